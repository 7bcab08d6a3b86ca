package o2c.invoice.payments.domain;

import java.util.Currency;
import o2c.kernel.Money;

/** Late charges claimed on an invoice and not paid yet: claims of their own, beside the principal. */
public record Charges(Money costs, Money interest) {

    /** Nothing claimed. */
    public static Charges none(Currency currency) {
        Money zero = Money.zero(currency);
        return new Charges(zero, zero);
    }

    public Money total() {
        return costs.plus(interest);
    }

    public boolean isNothing() {
        return costs.isZero() && interest.isZero();
    }

    /** So much of these, interest before costs: what is let go first is what costs nobody anything. */
    public Charges upTo(Money amount) {
        Money ofInterest = interest.min(amount);
        return new Charges(costs.min(amount.minus(ofInterest)), ofInterest);
    }

    public Charges plus(Charges other) {
        return new Charges(costs.plus(other.costs), interest.plus(other.interest));
    }

    public Charges minus(Charges other) {
        return new Charges(costs.minus(other.costs), interest.minus(other.interest));
    }
}
