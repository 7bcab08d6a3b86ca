package o2c.dunning.rates.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** Which part of a year some days are. */
public enum DayCount {
    /** Every year has 365 days. */
    ACT_365,
    /** Days of a leap year are 366ths, all others 365ths. */
    ACT_ACT;

    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal LEAP_YEAR = BigDecimal.valueOf(366);
    private static final int SCALE = 30;

    /** Reads {@code ACT/365} or {@code ACT/ACT}, in either case, with any sign between; else {@code value-unknown}. */
    public static DayCount ofCode(String code) {
        return switch (code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")) {
            case "act365", "act365fixed", "actual365" -> ACT_365;
            case "actact", "actualactual" -> ACT_ACT;
            default -> throw RuleBroken.invalid("value-unknown", "the day count is ACT/365 or ACT/ACT");
        };
    }

    /** The days from the first to the last, both counted, as a part of a year. */
    public BigDecimal years(LocalDate first, LocalDate last) {
        if (this == ACT_365) {
            return part(first, last, YEAR);
        }
        BigDecimal years = BigDecimal.ZERO;
        for (LocalDate from = first; !from.isAfter(last); from = endOfYear(from).plusDays(1)) {
            LocalDate to = endOfYear(from).isBefore(last) ? endOfYear(from) : last;
            years = years.add(part(from, to, from.isLeapYear() ? LEAP_YEAR : YEAR));
        }
        return years;
    }

    private static BigDecimal part(LocalDate first, LocalDate last, BigDecimal year) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last) + 1);
        return days.divide(year, SCALE, RoundingMode.HALF_UP);
    }

    private static LocalDate endOfYear(LocalDate day) {
        return LocalDate.of(day.getYear(), 12, 31);
    }
}
