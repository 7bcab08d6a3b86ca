package o2c.invoice.behaviour.domain;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When money is to be expected.
 *
 * @param days after the agreed day, negative for somebody who pays early
 */
public record PaymentHabit(int days) {

    /** From how many settled invoices on they say something. */
    public static final int ENOUGH = 3;

    private static final int DAYS_OF_A_WEEK = 7;

    /**
     * The customer's own habit where enough is known of him, else everybody's, else the agreed day: signed days late
     * weighted by amount, rounded half up to whole days.
     */
    public static PaymentHabit of(PaymentPractice own, PaymentPractice everybody) {
        if (own.invoices() >= ENOUGH) {
            return of(own);
        }
        return everybody.invoices() >= ENOUGH ? of(everybody) : new PaymentHabit(0);
    }

    private static PaymentHabit of(PaymentPractice practice) {
        return new PaymentHabit(practice.weightedSignedDays()
                .divide(practice.amount(), 0, RoundingMode.HALF_UP)
                .intValueExact());
    }

    /** The day on which an open item is expected to be paid, as seen at the close of {@code asOf}: never before. */
    public LocalDate expectedOn(LocalDate dueOn, LocalDate asOf) {
        LocalDate usual = dueOn.plusDays(days);
        return usual.isAfter(asOf) ? usual : asOf.plusDays(1);
    }

    /** The week in which that is; 0 has the seven days that follow {@code asOf}. */
    public int weekOf(LocalDate dueOn, LocalDate asOf) {
        return Math.toIntExact((ChronoUnit.DAYS.between(asOf, expectedOn(dueOn, asOf)) - 1) / DAYS_OF_A_WEEK);
    }
}
