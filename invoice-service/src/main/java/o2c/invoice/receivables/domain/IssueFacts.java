package o2c.invoice.receivables.domain;

import java.math.BigDecimal;
import java.util.Currency;
import o2c.kernel.Money;

/**
 * What surrounds the issue of an invoice.
 *
 * @param rate base currency per unit of the invoice's currency
 * @param terms the terms it was issued under, or null
 * @param opening what had happened to an item that is taken over at go-live, else null
 * @param invoicingDays the most days from delivery to issue that the seller allows itself, or null for no norm
 */
public record IssueFacts(
        BigDecimal rate, Currency base, TermsUsed terms, Part part, Opening opening, Integer invoicingDays) {

    /** In the tenant's own currency, paid at once, without terms or norm. */
    public static IssueFacts usual(Currency currency) {
        return new IssueFacts(BigDecimal.ONE, currency, null, Part.WHOLE, null, null);
    }

    /** The same for a part of the invoice. */
    public IssueFacts of(Part one) {
        return new IssueFacts(rate, base, terms, one, opening, invoicingDays);
    }

    /** {@code opening} for an item taken over at go-live, else null. */
    public String origin() {
        return opening == null ? null : "opening";
    }

    /** The amount in the base currency. */
    public Money inBase(Money amount) {
        return Money.rounded(amount.amount().multiply(rate), base);
    }
}
