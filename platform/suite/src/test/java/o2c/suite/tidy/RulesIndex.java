package o2c.suite.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/rules.md}: each row leads from a question to the method that answers it and to its test. */
final class RulesIndex {

    private static final Pattern REFERENCE = Pattern.compile("`(?:\\w+\\.)*(\\w+)#(\\w+)`");

    private final Set<String> code;
    private final Set<String> tests;

    RulesIndex(List<SourceFile> files) {
        code = methodsOf(files, false);
        tests = methodsOf(files, true);
    }

    List<String> complaints(String markdown) {
        List<String> rows = markdown.lines()
                .filter(line -> line.startsWith("|") && line.contains("#"))
                .toList();
        List<String> complaints = new ArrayList<>();
        rows.forEach(row -> check(row, complaints));
        if (rows.isEmpty()) {
            complaints.add("docs/rules.md has no row that leads to a rule");
        }
        return complaints;
    }

    private void check(String row, List<String> complaints) {
        String[] cells = row.split("\\|", -1);
        String question = cells.length > 1 ? cells[1].strip() : row;
        if (cells.length < 4) {
            complaints.add("docs/rules.md: \"" + question + "\" needs a question, a method and a test");
            return;
        }
        missing(cells[2], code).forEach(gone -> complaints.add("docs/rules.md: " + question + " → no method " + gone));
        missing(cells[3], tests).forEach(gone -> complaints.add("docs/rules.md: " + question + " → no test " + gone));
    }

    private static List<String> missing(String cell, Set<String> known) {
        List<String> named = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(cell);
        while (reference.find()) {
            named.add(reference.group(1) + "#" + reference.group(2));
        }
        if (named.isEmpty()) {
            return List.of("is named in \"" + cell.strip() + "\"");
        }
        named.removeAll(known);
        return named;
    }

    private static Set<String> methodsOf(List<SourceFile> files, boolean tests) {
        return files.stream()
                .filter(file -> file.isTest() == tests)
                .flatMap(file -> file.methods().stream())
                .map(method -> method.type() + "#" + method.name())
                .collect(Collectors.toSet());
    }
}
