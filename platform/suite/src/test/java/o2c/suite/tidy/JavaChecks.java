package o2c.suite.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sizes and names of Java files. Each check returns what it has to complain about. */
final class JavaChecks {

    private static final int FILE = 250;
    private static final int TEST_OR_CONTRACT_FILE = 400;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 6;
    private static final int FILES_IN_PACKAGE = 15;
    private static final int LINE = 120;

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto|DTO)|(Abstract|Default)[A-Z].*");
    private static final Pattern HUNGARIAN_INTERFACE = Pattern.compile("I[A-Z][a-z].*");
    private static final Pattern STATEMENT = Pattern.compile(
            "^(import |package |@Test|return\\b.*;$|(if|for|while|switch|catch) ?\\(.*[{;]$|\\} ?(else|catch).*)"
                    + "|^[\\w.<>\\[\\] ]+ ?=[^=].*;$|^[\\w.]+\\(.*\\);$|^(public|private|protected) .*[;{]$|^[{}]$");

    private JavaChecks() {}

    static List<String> sizes(SourceFile file) {
        List<String> complaints = new ArrayList<>();
        int limit = file.isTest() || file.isContract() ? TEST_OR_CONTRACT_FILE : FILE;
        if (file.codeLines() > limit) {
            complaints.add(file.path() + " has " + file.codeLines() + " lines of code, more than " + limit);
        }
        for (SourceFile.Method method : file.methods()) {
            String where = file.path() + ": " + method.type() + "#" + method.name() + " has ";
            boolean isTableOfCases = file.isTest() && method.isTable();
            if (method.lines() > METHOD && !isTableOfCases) {
                complaints.add(where + method.lines() + " lines, more than " + METHOD);
            }
            if (method.parameters() > PARAMETERS) {
                complaints.add(where + method.parameters() + " parameters, more than " + PARAMETERS);
            }
        }
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LINE) {
                complaints.add(file.path() + ":" + (i + 1) + " is longer than " + LINE + " characters");
            }
        }
        return complaints;
    }

    static List<String> names(SourceFile file) {
        return file.types().stream()
                .filter(type -> EMPTY_NAME.matcher(type.name()).matches()
                        || type.isInterface()
                                && HUNGARIAN_INTERFACE.matcher(type.name()).matches())
                .map(type -> file.path() + ": " + type.name() + " says nothing of the business")
                .toList();
    }

    static List<String> commentedOutCode(SourceFile file) {
        return file.comments().stream()
                .filter(comment -> !comment.isJavadoc())
                .filter(comment ->
                        lines(comment).anyMatch(line -> STATEMENT.matcher(line).find()))
                .map(comment -> file.path() + ":" + comment.line() + " is code in a comment")
                .toList();
    }

    static List<String> crowdedPackages(List<Path> javaFiles) {
        Map<Path, Long> counts =
                javaFiles.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(folder -> folder.getValue() > FILES_IN_PACKAGE)
                .map(folder -> folder.getKey() + " has " + folder.getValue() + " files, more than " + FILES_IN_PACKAGE)
                .sorted()
                .toList();
    }

    /** All complaints of one check about all files. */
    static List<String> about(List<SourceFile> files, Function<SourceFile, List<String>> check) {
        return files.stream().flatMap(file -> check.apply(file).stream()).toList();
    }

    private static Stream<String> lines(SourceText.Comment comment) {
        return comment.text()
                .lines()
                .map(line -> line.replaceFirst("^\\s*(//|/?\\*+/?)", "").strip());
    }
}
