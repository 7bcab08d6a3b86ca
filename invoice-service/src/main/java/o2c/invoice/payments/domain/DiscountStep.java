package o2c.invoice.payments.domain;

import java.time.LocalDate;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * One step of a discount for early payment.
 *
 * @param until the last day on which the money must have reached the account
 * @param percentage of the invoice's total, including VAT
 */
public record DiscountStep(LocalDate until, Percentage percentage) {

    /** What may be deducted from an invoice of that total, rounded half up once. */
    public Money of(Money total) {
        return percentage.of(total);
    }

    /** Whether money received on that day still earns it. */
    public boolean isEarnedOn(LocalDate receivedOn) {
        return !receivedOn.isAfter(until);
    }
}
