package o2c.runtime.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/** Reads days and instants as callers write them: ISO 8601, only real ones, only from the years 2000 to 2200. */
public final class Days {

    private static final Pattern DAY = Pattern.compile("[+-]?\\d{4,9}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("[+-]?\\d{4,9}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private Days() {}

    /**
     * A day as {@code YYYY-MM-DD}.
     *
     * @throws RuleBroken {@code date-malformed}, {@code date-out-of-range}
     */
    public static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw malformedDay();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            checkYear(day.getYear());
            return day;
        } catch (DateTimeException noSuchDay) {
            throw malformedDay();
        }
    }

    /**
     * An instant as in RFC 3339, with its offset.
     *
     * @throws RuleBroken {@code instant-malformed}, {@code date-out-of-range}
     */
    public static Instant instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            throw malformedInstant();
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            checkYear(moment.getYear());
            return moment.toInstant();
        } catch (DateTimeException noSuchInstant) {
            throw malformedInstant();
        }
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw RuleBroken.invalid(
                    "date-out-of-range", "the year is from " + FIRST_YEAR + " to " + LAST_YEAR + ", both included");
        }
    }

    private static RuleBroken malformedDay() {
        return RuleBroken.invalid("date-malformed", "a day is written YYYY-MM-DD and exists in the calendar");
    }

    private static RuleBroken malformedInstant() {
        return RuleBroken.invalid("instant-malformed", "an instant is written as in 2026-01-31T12:00:00Z");
    }
}
