package o2c.invoice.behaviour.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import o2c.kernel.Money;

/**
 * How somebody pays: sums over his settled invoices, from which every average follows. Days late count from the agreed
 * day once the last day for payment has passed, else they are 0; signed days count early payment as negative. Averages
 * have four decimals, half up, rounded once.
 *
 * @param invoices settled by money
 * @param amount their totals
 * @param late how many of them were late
 * @param daysLate sum of days late
 * @param signedDays sum of days from the agreed day to the last money
 * @param mostDaysLate the largest
 * @param weightedDaysLate sum of total times days late
 * @param weightedSignedDays sum of total times signed days
 * @param daysToPay sum of days from issue to the last money
 * @param weightedDaysToPay sum of total times days to pay
 */
public record PaymentPractice(
        long invoices,
        BigDecimal amount,
        long late,
        long daysLate,
        long signedDays,
        long mostDaysLate,
        BigDecimal weightedDaysLate,
        BigDecimal weightedSignedDays,
        long daysToPay,
        BigDecimal weightedDaysToPay) {

    /** Nothing was settled yet. */
    public static final PaymentPractice NONE =
            new PaymentPractice(0, BigDecimal.ZERO, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    private static final int DECIMALS = 4;

    /** An invoice that money settled; {@code paidOn} is the day of the last of it. */
    public record Paid(Money total, LocalDate issuedOn, LocalDate dueOn, LocalDate payableOn, LocalDate paidOn) {

        long daysLate() {
            return paidOn.isAfter(payableOn) ? signedDays() : 0;
        }

        long signedDays() {
            return ChronoUnit.DAYS.between(dueOn, paidOn);
        }

        long daysToPay() {
            return ChronoUnit.DAYS.between(issuedOn, paidOn);
        }
    }

    public static PaymentPractice of(List<Paid> all) {
        PaymentPractice practice = NONE;
        for (Paid paid : all) {
            practice = practice.and(paid);
        }
        return practice;
    }

    private PaymentPractice and(Paid paid) {
        BigDecimal total = paid.total().amount();
        return new PaymentPractice(
                invoices + 1,
                amount.add(total),
                late + (paid.daysLate() > 0 ? 1 : 0),
                daysLate + paid.daysLate(),
                signedDays + paid.signedDays(),
                Math.max(mostDaysLate, paid.daysLate()),
                weightedDaysLate.add(times(total, paid.daysLate())),
                weightedSignedDays.add(times(total, paid.signedDays())),
                daysToPay + paid.daysToPay(),
                weightedDaysToPay.add(times(total, paid.daysToPay())));
    }

    /** Early payment counts as 0. */
    public BigDecimal averageDaysLate() {
        return perInvoice(daysLate);
    }

    /** Early payment counts as negative. */
    public BigDecimal averageSignedDays() {
        return perInvoice(signedDays);
    }

    /** Days late, weighted by amount; early payment counts as 0. */
    public BigDecimal weightedAverageDaysLate() {
        return perAmount(weightedDaysLate);
    }

    /** Signed days, weighted by amount. */
    public BigDecimal weightedAverageSignedDays() {
        return perAmount(weightedSignedDays);
    }

    /** Days from issue to the last money. */
    public BigDecimal averageRepaymentTerm() {
        return perInvoice(daysToPay);
    }

    /** The same, weighted by amount. */
    public BigDecimal weightedRepaymentTerm() {
        return perAmount(weightedDaysToPay);
    }

    /** Which part of the invoices was late, from 0 to 1. */
    public BigDecimal lateShare() {
        return perInvoice(late);
    }

    private BigDecimal perInvoice(long sum) {
        return invoices == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(invoices), DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal perAmount(BigDecimal sum) {
        return amount.signum() == 0 ? null : sum.divide(amount, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal times(BigDecimal total, long days) {
        return total.multiply(BigDecimal.valueOf(days));
    }
}
