package o2c.invoice.receivables.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import o2c.invoice.lines.domain.Adjustment;
import o2c.invoice.lines.domain.InvoiceLine;
import o2c.invoice.terms.domain.Instalment;
import o2c.kernel.Money;

/**
 * An invoice as a caller tells it, before it is in the books.
 *
 * @param lines its lines; empty for a ledger item, of which only the total is known
 * @param adjustments allowances and charges on the whole document
 * @param agreement when and in how many parts it is paid
 * @param opening what had happened to an item that is taken over at go-live, else null
 */
public record InvoiceDraft(
        InvoiceContent content,
        List<InvoiceLine> lines,
        List<Adjustment> adjustments,
        Agreement agreement,
        Opening opening) {

    public InvoiceDraft {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    /** One in the ordinary course of business. */
    public InvoiceDraft(
            InvoiceContent content, List<InvoiceLine> lines, List<Adjustment> adjustments, Agreement agreement) {
        this(content, lines, adjustments, agreement, null);
    }

    /** A ledger item: an invoice of which only the total is known. */
    public static InvoiceDraft ledgerItem(InvoiceContent content) {
        return new InvoiceDraft(content, List.of(), List.of(), Agreement.on(content.dueOn(), content.owed()));
    }

    /**
     * The receivables it makes: one, or one per instalment. The first keeps the number, the others add a slash and
     * theirs; amounts with and without VAT add up to those of the invoice, less what was prepaid.
     */
    public List<InvoiceContent> claims() {
        if (!agreement.isInParts()) {
            return List.of(content);
        }
        List<Instalment> parts = agreement.instalments();
        List<BigDecimal> weights =
                parts.stream().map(part -> part.amount().amount()).toList();
        List<Money> nets =
                content.netAmount() == null ? List.of() : content.netOwed().splitBy(weights);
        List<InvoiceContent> claims = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            claims.add(content.claim(parts.get(i), nets.isEmpty() ? null : nets.get(i)));
        }
        return claims;
    }
}
