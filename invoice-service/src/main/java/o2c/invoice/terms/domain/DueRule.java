package o2c.invoice.terms.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import o2c.kernel.RuleBroken;

/**
 * How the agreed day follows from the day of issue.
 *
 * @param months calendar months to add; a day the month does not have becomes its last day
 * @param days calendar days to add after the months
 * @param dayOfMonth 1 to 31 for {@link Method#FIXED_DAY}, else null
 */
public record DueRule(Method method, int months, int days, Integer dayOfMonth) {

    private static final int MOST_MONTHS = 24;
    private static final int MOST_DAYS = 730;
    private static final int LAST_DAY = 31;

    /** The ways of counting; "days end of month" is read in two ways, so the way is kept. */
    public enum Method {
        /** Months and days after issue. */
        NET,
        /** Months and days after issue, then on to the end of that month. */
        DAYS_THEN_MONTH_END,
        /** The end of the month of issue, then months and days after it. */
        MONTH_END_THEN_DAYS,
        /** The next such day of a month, on or after issue plus months and days. */
        FIXED_DAY
    }

    public DueRule {
        inRange(months, MOST_MONTHS, "/months");
        inRange(days, MOST_DAYS, "/days");
        boolean fixed = method == Method.FIXED_DAY;
        if (fixed != (dayOfMonth != null) || fixed && (dayOfMonth < 1 || dayOfMonth > LAST_DAY)) {
            throw RuleBroken.refused("terms-out-of-range", "a fixed day is 1 to 31, and only method fixed-day has one")
                    .at("/dayOfMonth");
        }
    }

    /** So many calendar days after issue. */
    public static DueRule netDays(int days) {
        return new DueRule(Method.NET, 0, days, null);
    }

    /** The agreed day of what was issued on that day. */
    public LocalDate dueOn(LocalDate issuedOn) {
        return switch (method) {
            case NET -> later(issuedOn);
            case DAYS_THEN_MONTH_END -> monthEnd(later(issuedOn));
            case MONTH_END_THEN_DAYS -> later(monthEnd(issuedOn));
            case FIXED_DAY -> fixedDay(later(issuedOn));
        };
    }

    private LocalDate later(LocalDate day) {
        return day.plusMonths(months).plusDays(days);
    }

    private static LocalDate monthEnd(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    private LocalDate fixedDay(LocalDate earliest) {
        LocalDate thisMonth = dayIn(YearMonth.from(earliest));
        return thisMonth.isBefore(earliest) ? dayIn(YearMonth.from(earliest).plusMonths(1)) : thisMonth;
    }

    private LocalDate dayIn(YearMonth month) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    private static void inRange(int value, int most, String pointer) {
        if (value < 0 || value > most) {
            throw RuleBroken.refused("terms-out-of-range", "this runs from 0 to " + most)
                    .at(pointer);
        }
    }
}
