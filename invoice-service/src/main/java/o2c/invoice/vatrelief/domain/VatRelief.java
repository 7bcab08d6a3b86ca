package o2c.invoice.vatrelief.domain;

import java.math.MathContext;
import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * The VAT in what a customer has not paid: the seller gets it back once it is clear, or a year has passed, and owes it
 * again as far as money comes after all.
 *
 * @param total what the invoice was for, including VAT; more than zero
 * @param vat the VAT in it
 */
public record VatRelief(Money total, Money vat) {

    private static final int YEARS = 1;

    /** The day from which it can be claimed although nobody gave up: a year after the agreed day. */
    public static LocalDate claimableFrom(LocalDate agreedOn) {
        return agreedOn.plusYears(YEARS);
    }

    /** The VAT in what is unpaid, rounded half up once. */
    public Money on(Money unpaid) {
        return Money.rounded(
                unpaid.amount().multiply(vat.amount()).divide(total.amount(), MathContext.DECIMAL128), vat.currency());
    }

    /** What is owed again when less is unpaid than at the claim; relief and this always add up. */
    public Money dueAgain(Money unpaidAtClaim, Money unpaidNow) {
        return on(unpaidAtClaim).minus(on(unpaidNow.min(unpaidAtClaim)));
    }
}
