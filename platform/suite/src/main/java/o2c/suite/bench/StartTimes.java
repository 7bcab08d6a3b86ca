package o2c.suite.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import o2c.suite.rest.RunningSuite;

/** How long the suite took to start, from what the launcher said when it went to the background. */
final class StartTimes {

    private static final Pattern READY = Pattern.compile("^\\s*([0-9.]+) s\\s+(\\S+)\\s+ready.*");

    private StartTimes() {}

    static void tell(RunningSuite suite, Sheet sheet) {
        sheet.title("Start, seconds since the command");
        Path log = suite.data().resolve("logs/suite.log");
        List<Matcher> parts =
                lines(log).stream().map(READY::matcher).filter(Matcher::matches).toList();
        if (parts.isEmpty()) {
            sheet.note("not noted: the suite was not started with --background");
            return;
        }
        double last = 0;
        for (Matcher part : parts) {
            sheet.row(part.group(2), part.group(1) + " s", "");
            last = Math.max(last, Double.parseDouble(part.group(1)));
        }
        sheet.row("everything ready", Sheet.number(last, "s"), "<= 25 s when built");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
