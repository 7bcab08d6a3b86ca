package o2c.suite.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The table of measured figures as it is printed. */
public final class Sheet {

    private final PrintStream out;

    Sheet(PrintStream out) {
        this.out = out;
    }

    public void title(String text) {
        out.println();
        out.println(text);
    }

    /** One figure, with what it is held against; a goal may be empty. */
    public void row(String what, String figure, String goal) {
        out.printf(Locale.ROOT, "  %-62s %16s  %s%n", what, figure, goal.isEmpty() ? "" : "goal " + goal);
    }

    public void note(String text) {
        out.println("  " + text);
    }

    public static String number(double value, String unit) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f %s" : "%.2f %s", value, unit);
    }
}
