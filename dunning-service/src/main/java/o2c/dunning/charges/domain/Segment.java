package o2c.dunning.charges.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import o2c.dunning.rates.domain.DayCount;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * Days on which one claim bore interest at one rate on one base.
 *
 * @param from the first day, {@code to} the last, both counted
 * @param base the open principal and what interest was added to it
 * @param interest half up to the minor digits, once for the whole segment
 */
public record Segment(
        String reference, LocalDate from, LocalDate to, Percentage annualRate, Money base, Money interest) {

    static Segment of(String reference, Span span, Percentage annualRate, Money base, DayCount dayCount) {
        Money interest = Money.rounded(
                base.amount()
                        .multiply(annualRate.value())
                        .multiply(dayCount.years(span.from, span.to))
                        .movePointLeft(2),
                base.currency());
        return new Segment(reference, span.from, span.to, annualRate, base, interest);
    }

    /** The days of a segment, both counted. */
    record Span(LocalDate from, LocalDate to) {}

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether a segment that begins on that day, at that rate, on that base is this one going on. */
    boolean goesOnWith(LocalDate day, Percentage rate, Money nextBase) {
        return to.plusDays(1).equals(day) && annualRate.compareTo(rate) == 0 && base.equals(nextBase);
    }
}
