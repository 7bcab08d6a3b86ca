package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;

/** How texts and days that callers bring must look, wherever they come from (a request, a file, an event). */
public final class Wording {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}\\p{Co}]{1,100}");

    private Wording() {}

    /**
     * An id that the caller chose.
     *
     * @throws RuleBroken {@code id-malformed}
     */
    public static String id(String id, String pointer) {
        try {
            return Ids.callerChosen(id);
        } catch (RuleBroken malformed) {
            throw malformed.at(pointer);
        }
    }

    /**
     * A number or name of the caller: 1 to 100 printable characters, not only blanks.
     *
     * @throws RuleBroken {@code text-malformed}
     */
    public static String printable(String text, String pointer) {
        if (text == null || text.isBlank() || !PRINTABLE.matcher(text).matches()) {
            throw RuleBroken.invalid("text-malformed", "1 to 100 printable characters are needed here")
                    .at(pointer);
        }
        return text;
    }

    /** As {@link #printable}, or nothing at all. */
    public static void printableOrNull(String text, String pointer) {
        if (text != null) {
            printable(text, pointer);
        }
    }

    /**
     * A day in the years 2000 to 2200; anything else is a slip of the pen.
     *
     * @throws RuleBroken {@code date-out-of-range}
     */
    public static LocalDate plausibleDay(LocalDate day, String pointer) {
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw RuleBroken.invalid("date-out-of-range", "a day in the years 2000 to 2200 is needed here")
                    .at(pointer);
        }
        return day;
    }
}
