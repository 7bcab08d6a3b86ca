package o2c.invoice.payments.domain;

import java.math.BigDecimal;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * How small a difference must be to be let go without asking anybody.
 *
 * @param amount at most so much, in units of the payment's currency
 * @param percentage at most this share of the invoice (or payment) as well; null sets no such bound
 */
public record Tolerance(BigDecimal amount, Percentage percentage) {

    /** Every difference counts. */
    public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, null);

    /** Whether the difference to that whole is small enough; nothing is no difference. */
    public boolean covers(Money difference, Money whole) {
        return difference.isPositive()
                && difference.amount().compareTo(amount) <= 0
                && (percentage == null || !difference.exceeds(percentage.of(whole)));
    }
}
