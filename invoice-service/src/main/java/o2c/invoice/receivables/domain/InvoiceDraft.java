package o2c.invoice.receivables.domain;

import java.util.List;

/**
 * An invoice as a caller tells it, before it is in the books.
 *
 * @param lines its lines; empty for a ledger item, of which only the total is known
 * @param adjustments allowances and charges on the whole document
 */
public record InvoiceDraft(InvoiceContent content, List<InvoiceLine> lines, List<Adjustment> adjustments) {

    public InvoiceDraft {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    /** A ledger item: an invoice of which only the total is known. */
    public static InvoiceDraft ledgerItem(InvoiceContent content) {
        return new InvoiceDraft(content, List.of(), List.of());
    }
}
