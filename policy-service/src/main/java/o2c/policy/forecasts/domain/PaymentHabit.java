package o2c.policy.forecasts.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import o2c.kernel.Money;

/**
 * How late a customer pays.
 *
 * @param daysLate mean, weighted by amount, early payment counted negative; zero without experience
 * @param payments how many payments it rests on
 */
public record PaymentHabit(int daysLate, int payments) {

    /** A receivable that was paid. */
    public record Paid(Money amount, int daysLate) {}

    public static PaymentHabit of(Collection<Paid> paid) {
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal days = BigDecimal.ZERO;
        for (Paid each : paid) {
            weight = weight.add(each.amount().amount());
            days = days.add(each.amount().amount().multiply(BigDecimal.valueOf(each.daysLate())));
        }
        int mean = weight.signum() <= 0
                ? 0
                : days.divide(weight, 0, RoundingMode.HALF_UP).intValue();
        return new PaymentHabit(mean, paid.size());
    }

    /** The day on which an open receivable is expected to be paid: never before tomorrow. */
    public LocalDate expectedOn(LocalDate dueOn, LocalDate today) {
        LocalDate usual = dueOn.plusDays(daysLate);
        return usual.isAfter(today) ? usual : today.plusDays(1);
    }
}
