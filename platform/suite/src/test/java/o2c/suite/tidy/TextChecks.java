package o2c.suite.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no file of the repository may hold, and links that lead nowhere. */
final class TextChecks {

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern OF_A_MACHINE = Pattern.compile("(?<![\\w.$}/-])/(work|root|Users/\\w+|home/\\w+)/\\w"
            + "|[Cc]:\\\\Users"
            + "|https?://[^\\s\"<]*(nexus|artifactory|jfrog|mirror|registry\\.|/repository/)"
            + "|https?://(10|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\.\\d+\\.\\d+");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");

    private TextChecks() {}

    static List<String> unfinished(Path file, String text) {
        return matches(file, text, UNFINISHED, "leaves something undone");
    }

    static List<String> ofAMachine(Path file, String text) {
        return matches(file, text, OF_A_MACHINE, "names a place of one machine or network");
    }

    static List<String> deadLinks(Path root, Path file, String text) {
        List<String> complaints = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(text).replaceAll(""));
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            boolean isFile = !target.isEmpty() && !target.matches("[a-z]+:.*");
            if (isFile && !Files.exists(root.resolve(file).resolveSibling(target))) {
                complaints.add(file + " links to " + target + ", which does not exist");
            }
        }
        return complaints;
    }

    private static List<String> matches(Path file, String text, Pattern pattern, String complaint) {
        List<String> complaints = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = pattern.matcher(lines.get(i));
            if (found.find()) {
                complaints.add(file + ":" + (i + 1) + " " + complaint + ": " + found.group());
            }
        }
        return complaints;
    }
}
