package o2c.invoice.payments.domain;

import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;

/**
 * So much of a payment goes to that debt.
 *
 * @param amount of the principal
 * @param charges of the claimed charges
 * @param deduction what was granted beside the money, and why a rest stays open
 */
public record Share(Debt debt, Money amount, Charges charges, Deduction deduction) {

    /** A share of the principal and nothing else. */
    public static Share of(Invoice invoice, Money amount) {
        return new Share(Debt.of(invoice), amount, Charges.none(amount.currency()), Deduction.nothing(amount));
    }

    public Invoice invoice() {
        return debt.invoice();
    }

    /** What it takes from the payment. */
    public Money cash() {
        return amount.plus(charges.total());
    }
}
