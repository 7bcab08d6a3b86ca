package o2c.invoice.payments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;

/**
 * Which invoices a payment goes to when the payer named no amounts. First the invoice whose number he quoted; else the
 * only one that is open for exactly this amount; what is left then follows the order of law (Dutch Civil Code 6:43):
 * what is due first, then the oldest.
 */
public final class AllocationOrder {

    /** The order of law: due day, then day of issue, then number. */
    public static final Comparator<Invoice> OF_LAW = Comparator.<Invoice, LocalDate>comparing(
                    invoice -> invoice.content().dueOn())
            .thenComparing(invoice -> invoice.content().issuedOn())
            .thenComparing(invoice -> invoice.content().invoiceNumber());

    private AllocationOrder() {}

    /**
     * Splits the money over the open invoices of one customer, seller and currency.
     *
     * @param reference what the payer quoted, or null
     * @return shares of at most what is open on each; their sum is at most the money
     */
    public static List<Share> split(Money money, String reference, List<Invoice> open) {
        List<Invoice> inOrder = open.stream().sorted(OF_LAW).toList();
        List<Invoice> meant = meant(money, reference, inOrder);
        List<Share> shares = new ArrayList<>();
        Money rest = money;
        for (Invoice invoice : meantFirst(meant, inOrder)) {
            Money part = rest.min(invoice.outstanding());
            if (part.isPositive()) {
                shares.add(new Share(invoice, part));
                rest = rest.minus(part);
            }
        }
        return List.copyOf(shares);
    }

    private static List<Invoice> meant(Money money, String reference, List<Invoice> open) {
        List<Invoice> quoted = open.stream()
                .filter(invoice -> invoice.content().invoiceNumber().equals(reference))
                .toList();
        if (!quoted.isEmpty()) {
            return quoted;
        }
        List<Invoice> equal = open.stream()
                .filter(invoice -> invoice.outstanding().equals(money))
                .toList();
        return equal.size() == 1 ? equal : List.of();
    }

    private static List<Invoice> meantFirst(List<Invoice> meant, List<Invoice> inOrder) {
        return Stream.concat(meant.stream(), inOrder.stream().filter(invoice -> !meant.contains(invoice)))
                .toList();
    }
}
