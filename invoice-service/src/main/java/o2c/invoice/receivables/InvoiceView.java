package o2c.invoice.receivables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.invoice.receivables.InvoiceLines.LineRow;
import o2c.invoice.receivables.domain.Adjustment;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceLine;
import o2c.invoice.receivables.domain.InvoiceSum;
import o2c.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice as callers see it; amounts are in its currency. Lines and VAT only where one invoice is read. */
@Schema(name = "Invoice")
record InvoiceView(
        UUID invoiceId,
        String sellerId,
        String customerId,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate payableOn,
        String currency,

        @Schema(enumeration = {"open", "overdue", "settled", "credited", "written-off"})
        String status,

        BigDecimal total,
        BigDecimal outstanding,
        BigDecimal netAmount,
        BigDecimal vatAmount,
        LocalDate overdueOn,

        @Schema(description = "Day of the latest money for it")
        LocalDate lastPaidOn,

        String orderId,
        List<String> deliveryIds,
        LocalDate deliveredOn,
        String contractId,
        String reference,
        List<LineView> lines,
        List<VatView> vat,
        Instant updatedAt) {

    /** A line, an allowance or a charge. */
    @Schema(name = "InvoiceLine")
    record LineView(
            @Schema(enumeration = {"line", "allowance", "charge"})
            String kind,

            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal baseQuantity,
            String vatCategory,
            BigDecimal vatRate,
            BigDecimal net) {

        static LineView of(LineRow row) {
            return new LineView(
                    row.kind(),
                    row.description(),
                    row.quantity(),
                    row.unitPrice(),
                    row.baseQuantity(),
                    row.vatCategory().name(),
                    row.vatRate(),
                    row.net().amount());
        }
    }

    /** The VAT of one category and rate. */
    @Schema(name = "InvoiceVat")
    record VatView(String category, BigDecimal rate, BigDecimal base, BigDecimal tax) {}

    /** Without lines, as in lists. */
    static InvoiceView of(Invoice invoice, Instant updatedAt) {
        return of(invoice, List.of(), updatedAt);
    }

    static InvoiceView of(Invoice invoice, List<LineRow> rows, Instant updatedAt) {
        InvoiceContent content = invoice.content();
        return new InvoiceView(
                invoice.id(),
                content.sellerId(),
                content.customerId(),
                content.invoiceNumber(),
                content.issuedOn(),
                content.dueOn(),
                content.payableOn(),
                content.total().currency().getCurrencyCode(),
                invoice.status().label(),
                content.total().amount(),
                invoice.outstanding().amount(),
                amount(content.netAmount()),
                amount(content.vatAmount()),
                invoice.overdueOn(),
                invoice.lastPaidOn(),
                content.references().orderId(),
                content.references().deliveryIds(),
                content.references().deliveredOn(),
                content.references().contractId(),
                content.references().reference(),
                rows.isEmpty() ? null : rows.stream().map(LineView::of).toList(),
                rows.isEmpty() ? null : vat(rows, content.total().currency()),
                updatedAt);
    }

    private static List<VatView> vat(List<LineRow> rows, Currency currency) {
        List<InvoiceLine> lines = rows.stream()
                .filter(row -> row.quantity() != null)
                .map(row -> new InvoiceLine(
                        row.description(),
                        row.quantity(),
                        row.unitPrice(),
                        row.baseQuantity(),
                        row.vatCategory(),
                        row.vatRate()))
                .toList();
        List<Adjustment> adjustments = rows.stream()
                .filter(row -> row.quantity() == null)
                .map(row -> new Adjustment(
                        Adjustment.Kind.ofLabel(row.kind()),
                        row.description(),
                        row.net(),
                        row.vatCategory(),
                        row.vatRate()))
                .toList();
        return InvoiceSum.of(lines, adjustments, currency).vatGroups().stream()
                .map(group -> new VatView(
                        group.category().name(),
                        group.rate(),
                        group.base().amount(),
                        group.tax().amount()))
                .toList();
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }
}
