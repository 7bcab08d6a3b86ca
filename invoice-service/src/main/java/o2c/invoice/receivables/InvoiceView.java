package o2c.invoice.receivables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import o2c.invoice.books.Read;
import o2c.invoice.lines.domain.Adjustment;
import o2c.invoice.lines.domain.InvoiceLine;
import o2c.invoice.lines.domain.InvoiceSum;
import o2c.invoice.receivables.InvoiceLines.LineRow;
import o2c.invoice.receivables.InvoiceRow.Circumstances;
import o2c.invoice.receivables.InvoiceRow.InBase;
import o2c.invoice.receivables.domain.Deduction;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceStatus;
import o2c.invoice.receivables.domain.IssueFacts;
import o2c.invoice.receivables.domain.Part;
import o2c.invoice.receivables.domain.TermsUsed;
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

        @Schema(description = "Paid before issue, not part of outstanding (BT-113)")
        BigDecimal prepaid,

        @Schema(description = "Added to round what is owed (BT-114)")
        BigDecimal rounding,

        LocalDate overdueOn,

        @Schema(description = "Day of the latest money for it")
        LocalDate lastPaidOn,

        String orderId,
        List<String> deliveryIds,
        LocalDate deliveredOn,
        String contractId,
        String reference,
        TermsView paymentTerms,

        @Schema(description = "Number of this instalment; absent when the invoice is paid at once")
        Integer instalment,

        @Schema(description = "All instalments, where the invoice as a whole is read")
        List<InstalmentView> instalments,

        List<LineView> lines,
        TotalsView totals,
        List<VatView> vat,

        @Schema(description = "Base currency per unit on the day of issue")
        BigDecimal rate,

        @Schema(description = "What was owed at issue, in the tenant's base currency at that rate")
        BigDecimal baseTotal,

        @Schema(
                enumeration = {"opening"},
                description = "opening: taken over at go-live")
        String origin,

        Instant updatedAt) {

    /** The version of the terms it was issued under. */
    @Schema(name = "InvoiceTerms")
    record TermsView(String termsId, int version) {

        static TermsView of(TermsUsed used) {
            return used == null ? null : new TermsView(used.termsId(), used.version());
        }
    }

    /** One instalment: a receivable with a day, a state and a lateness of its own. */
    @Schema(name = "InvoiceInstalment")
    record InstalmentView(
            UUID invoiceId,
            int number,
            String invoiceNumber,
            LocalDate dueOn,
            LocalDate payableOn,
            BigDecimal total,
            BigDecimal outstanding,
            String status,
            LocalDate overdueOn) {

        static InstalmentView of(Invoice claim, int number) {
            return new InstalmentView(
                    claim.id(),
                    number,
                    claim.content().invoiceNumber(),
                    claim.content().dueOn(),
                    claim.content().payableOn(),
                    claim.content().total().amount(),
                    claim.outstanding().amount(),
                    claim.status().label(),
                    claim.overdueOn());
        }
    }

    /** The totals of EN 16931, where the invoice was told with lines. */
    @Schema(name = "InvoiceTotals")
    record TotalsView(
            @Schema(description = "BT-106") BigDecimal lines,
            @Schema(description = "BT-107") BigDecimal allowances,
            @Schema(description = "BT-108") BigDecimal charges,
            @Schema(description = "BT-109") BigDecimal withoutVat,
            @Schema(description = "BT-110") BigDecimal vat,
            @Schema(description = "BT-112") BigDecimal withVat,
            @Schema(description = "BT-115") BigDecimal payable) {}

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

    /** A receivable of its own, as in lists: without lines, an instalment with its own figures. */
    static InvoiceView of(InvoiceRow row) {
        return of(row.invoice(), row.circumstances(), Details.NONE, row.updatedAt());
    }

    /** An invoice just told, as a whole. */
    static InvoiceView of(Outcome.Created created) {
        List<Invoice> claims = created.claims();
        IssueFacts facts = created.facts();
        Money worth = facts.inBase(created.invoice().content().owed());
        Circumstances circumstances = new Circumstances(
                facts.terms(),
                new Part(1, claims.size(), null),
                facts.origin(),
                null,
                new InBase(Read.plain(facts.rate()), worth));
        return of(created.invoice(), circumstances, new Details(claims, List.of()), null);
    }

    /** What only one invoice shows: all its instalments, and its lines. */
    record Details(List<Invoice> claims, List<LineRow> lines) {
        static final Details NONE = new Details(List.of(), List.of());

        private boolean isWholeInParts() {
            return claims.size() > 1;
        }

        /** A figure of the invoice as a whole. */
        private BigDecimal figure(Invoice invoice, Function<Invoice, Money> figure) {
            if (!isWholeInParts()) {
                return amount(figure.apply(invoice));
            }
            List<Money> parts =
                    claims.stream().map(figure).filter(Objects::nonNull).toList();
            return parts.isEmpty()
                    ? null
                    : Money.sum(parts, invoice.outstanding().currency()).amount();
        }

        private BigDecimal worth(InBase inBase) {
            List<Money> parts =
                    claims.stream().map(claim -> claim.content().owed()).toList();
            return (isWholeInParts() ? inBase.of(Money.sum(parts, parts.get(0).currency())) : inBase.total()).amount();
        }

        private String status(Invoice invoice) {
            List<InvoiceStatus> states =
                    isWholeInParts() ? claims.stream().map(Invoice::status).toList() : List.of(invoice.status());
            return InvoiceStatus.ofWhole(states).label();
        }

        private List<InstalmentView> instalments() {
            return isWholeInParts()
                    ? IntStream.range(0, claims.size())
                            .mapToObj(i -> InstalmentView.of(claims.get(i), i + 1))
                            .toList()
                    : null;
        }
    }

    static InvoiceView of(Invoice invoice, Circumstances circumstances, Details details, Instant updatedAt) {
        InvoiceContent content = invoice.content();
        Deduction deduction = content.deduction();
        InvoiceSum sum = details.lines().isEmpty()
                ? null
                : sum(details.lines(), content.total().currency());
        return new InvoiceView(
                invoice.id(),
                content.sellerId(),
                content.customerId(),
                content.invoiceNumber(),
                content.issuedOn(),
                content.dueOn(),
                content.payableOn(),
                content.total().currency().getCurrencyCode(),
                details.status(invoice),
                details.figure(invoice, claim -> claim.content().total()),
                details.figure(invoice, Invoice::outstanding),
                details.figure(invoice, claim -> claim.content().netAmount()),
                details.figure(invoice, claim -> claim.content().vatAmount()),
                deduction == null ? null : deduction.prepaid().amount(),
                deduction == null ? null : deduction.rounding().amount(),
                invoice.overdueOn(),
                invoice.lastPaidOn(),
                content.references().orderId(),
                content.references().deliveryIds(),
                content.references().deliveredOn(),
                content.references().contractId(),
                content.references().reference(),
                TermsView.of(circumstances.terms()),
                circumstances.part().of() > 1 ? circumstances.part().number() : null,
                details.instalments(),
                sum == null ? null : details.lines().stream().map(LineView::of).toList(),
                sum == null ? null : totals(details.lines(), sum, deduction),
                sum == null ? null : vat(sum),
                circumstances.inBase() == null ? null : circumstances.inBase().rate(),
                circumstances.inBase() == null ? null : details.worth(circumstances.inBase()),
                circumstances.origin(),
                updatedAt);
    }

    private static TotalsView totals(List<LineRow> rows, InvoiceSum sum, Deduction deduction) {
        Currency currency = sum.net().currency();
        return new TotalsView(
                kind(rows, "line", currency),
                kind(rows, "allowance", currency),
                kind(rows, "charge", currency),
                sum.net().amount(),
                sum.vat().amount(),
                sum.total().amount(),
                (deduction == null ? sum.total() : deduction.from(sum.total())).amount());
    }

    private static BigDecimal kind(List<LineRow> rows, String kind, Currency currency) {
        List<Money> nets = rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(LineRow::net)
                .toList();
        return Money.sum(nets, currency).amount();
    }

    private static InvoiceSum sum(List<LineRow> rows, Currency currency) {
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
        return InvoiceSum.of(lines, adjustments, currency);
    }

    private static List<VatView> vat(InvoiceSum sum) {
        return sum.vatGroups().stream()
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
