package o2c.invoice.payments.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;

/**
 * An invoice as money sees it: its open principal and the charges claimed on it.
 *
 * @param charges claimed and unpaid; they may outlive the principal
 * @param noticed whether a formal notice left for it
 * @param burden how onerous it is: late interest in percent a year, as agreed
 * @param discounts for early payment, as agreed; empty when there are none
 */
public record Debt(Invoice invoice, Charges charges, boolean noticed, BigDecimal burden, List<DiscountStep> discounts) {

    public Debt {
        discounts = List.copyOf(discounts);
    }

    /** A debt of principal alone. */
    public static Debt of(Invoice invoice) {
        return new Debt(invoice, Charges.none(invoice.outstanding().currency()), false, BigDecimal.ZERO, List.of());
    }

    public Money principal() {
        return invoice.outstanding();
    }

    /** Principal and charges. */
    public Money whole() {
        return principal().plus(charges.total());
    }

    /** Whether it can be claimed on that day. */
    public boolean isDueOn(LocalDate day) {
        return !invoice.content().dueOn().isAfter(day);
    }

    /** Which part of it money pays first. */
    public ChargesOrder order(ChargesOrder usual) {
        if (usual != ChargesOrder.LAW_FROM_NOTICE) {
            return usual;
        }
        return noticed ? ChargesOrder.LAW : ChargesOrder.PRINCIPAL_FIRST;
    }

    boolean isQuotedBy(String reference) {
        return reference != null
                && (reference.equals(invoice.content().invoiceNumber())
                        || reference.equals(invoice.content().references().reference()));
    }

    boolean isOfOrder(String orderId) {
        return orderId.equals(invoice.content().references().orderId());
    }
}
