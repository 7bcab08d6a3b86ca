package o2c.invoice.receivables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import o2c.invoice.lines.domain.Adjustment;
import o2c.invoice.lines.domain.InvoiceLine;
import o2c.invoice.lines.domain.InvoiceSum;
import o2c.invoice.lines.domain.VatCategory;
import o2c.invoice.receivables.domain.Agreement;
import o2c.invoice.receivables.domain.Deduction;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.receivables.domain.References;
import o2c.invoice.receivables.domain.Wording;
import o2c.invoice.references.domain.PaymentReference;
import o2c.invoice.terms.TermsBook;
import o2c.invoice.terms.TermsBook.Parties;
import o2c.invoice.terms.domain.Instalment;
import o2c.invoice.terms.domain.PaymentTerms;
import o2c.invoice.terms.domain.TermsVersion;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice as a caller sends it: either lines or a total, either a due day or terms. Amounts are in its currency. */
@Schema(name = "InvoiceRequest")
record InvoiceRequest(
        @NotNull String sellerId,
        @NotNull String customerId,
        @NotNull String invoiceNumber,
        @NotNull LocalDate issuedOn,

        @Schema(description = "The agreed day; wins over paymentTerms")
        LocalDate dueOn,

        @Valid
        @Schema(description = "Net days, or terms by id: in the version the customer accepted, else the one in force")
        Terms paymentTerms,

        @NotNull @Schema(implementation = String.class, description = "ISO 4217")
        Currency currency,

        @Size(max = 1000) List<@Valid @NotNull Line> lines,
        @Size(max = 100) List<@Valid @NotNull Part> allowances,
        @Size(max = 100) List<@Valid @NotNull Part> charges,

        @Schema(description = "What is owed including VAT, of a ledger item without lines")
        BigDecimal total,

        BigDecimal netAmount,
        BigDecimal vatAmount,

        @Schema(description = "Paid before issue (BT-113); taken off what is owed")
        BigDecimal prepaid,

        @Schema(description = "Added to round what is owed (BT-114), less than 1 either way")
        BigDecimal rounding,

        String orderId,
        @Size(max = 100) List<@NotNull String> deliveryIds,
        LocalDate deliveredOn,
        String contractId,

        @Schema(description = "What the payer is to quote; check digits after RF or +++ must be right")
        String reference,

        @Schema(description = "Makes the reference from the invoice number, where none is told")
        PaymentReference.Scheme referenceScheme) {

    /** Payment terms: so many days, or by id. */
    @Schema(name = "PaymentTerms")
    public record Terms(Integer netDays, String termsId) {

        private TermsVersion meant(TermsBook book, InvoiceRequest request) {
            if ((netDays == null) == (termsId == null)) {
                throw RuleBroken.refused("terms-ambiguous", "payment terms are either netDays or a termsId")
                        .at("/paymentTerms");
            }
            try {
                return netDays == null
                        ? book.meant(termsId, request.parties(), request.issuedOn())
                        : new TermsVersion(null, 0, request.issuedOn(), PaymentTerms.net(netDays));
            } catch (RuleBroken broken) {
                throw broken.at(netDays == null ? "/paymentTerms/termsId" : "/paymentTerms/netDays");
            }
        }
    }

    /** One line; the price is without VAT and for the base quantity, 1 unless told. */
    @Schema(name = "InvoiceLineRequest")
    public record Line(
            @NotNull @Size(min = 1, max = 1000) String description,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitPrice,
            BigDecimal baseQuantity,

            @NotNull @Schema(description = "UNCL 5305: S, Z, E, AE, K, G, O, L, M or B")
            String vatCategory,

            BigDecimal vatRate,

            @Schema(description = "The price in the order, to compare with; not stored")
            BigDecimal orderUnitPrice) {

        private InvoiceLine line() {
            return new InvoiceLine(
                    description, quantity, unitPrice, baseQuantity, VatCategory.of(vatCategory), vatRate);
        }
    }

    /** An allowance or charge on the whole document, without VAT. */
    @Schema(name = "AllowanceOrCharge")
    public record Part(
            @Size(max = 1000) String reason,
            @NotNull BigDecimal amount,
            @NotNull String vatCategory,
            BigDecimal vatRate) {}

    /**
     * What the caller told, priced.
     *
     * @throws RuleBroken with the field's pointer when something in it cannot be
     */
    public InvoiceDraft draft(TermsBook book) {
        List<InvoiceLine> priced = placed("/lines", orEmpty(lines), Line::line);
        List<Adjustment> adjustments = new ArrayList<>(adjustments("/allowances", allowances));
        adjustments.addAll(adjustments("/charges", charges));
        if (priced.isEmpty() == (total == null) || priced.isEmpty() && !adjustments.isEmpty()) {
            throw RuleBroken.refused("lines-or-total", "an invoice has either lines or a total")
                    .at("/total");
        }
        if (total != null) {
            return drafted(
                    new Totals(money(total, "/total"), money(netAmount, "/netAmount")), priced, adjustments, book);
        }
        InvoiceSum sum = InvoiceSum.of(priced, adjustments, currency);
        if (netAmount != null && !money(netAmount, "/netAmount").equals(sum.net())) {
            throw RuleBroken.refused("amounts-disagree", "the lines add up to " + sum.net() + " without VAT")
                    .at("/netAmount");
        }
        return drafted(new Totals(sum.total(), sum.net()), priced, adjustments, book);
    }

    Parties parties() {
        return new Parties(customerId, sellerId);
    }

    private record Totals(Money gross, Money net) {}

    private InvoiceDraft drafted(
            Totals totals, List<InvoiceLine> priced, List<Adjustment> adjustments, TermsBook book) {
        Deduction deduction = Deduction.of(money(prepaid, "/prepaid"), money(rounding, "/rounding"));
        Money owed = deduction == null ? totals.gross() : deduction.from(totals.gross());
        Agreement agreement = agreed(owed, book);
        return new InvoiceDraft(content(totals, agreement.first(), deduction), priced, adjustments, agreement);
    }

    private InvoiceContent content(Totals totals, Instalment first, Deduction deduction) {
        return new InvoiceContent(
                sellerId,
                customerId,
                invoiceNumber,
                issuedOn,
                first.dueOn(),
                first.payableOn(),
                totals.gross(),
                totals.net(),
                money(vatAmount, "/vatAmount"),
                new References(orderId, deliveryIds, deliveredOn, contractId, quoted()),
                deduction);
    }

    private String quoted() {
        if (reference != null) {
            return PaymentReference.checked(reference);
        }
        try {
            return referenceScheme == null ? null : PaymentReference.make(referenceScheme, invoiceNumber);
        } catch (RuleBroken unusable) {
            throw unusable.at("/invoiceNumber");
        }
    }

    /** A day that was told wins; else the terms that were told; else those that the customer accepted. */
    private Agreement agreed(Money owed, TermsBook book) {
        Wording.plausibleDay(issuedOn, "/issuedOn");
        TermsVersion told = paymentTerms == null ? null : paymentTerms.meant(book, this);
        if (dueOn != null) {
            Agreement agreement = Agreement.on(dueOn, owed);
            return told == null || told.termsId() == null ? agreement : agreement.naming(told);
        }
        TermsVersion terms = told != null
                ? told
                : book.accepted(parties(), issuedOn)
                        .orElseThrow(() -> RuleBroken.refused(
                                        "due-day-missing",
                                        "an invoice has a due day or payment terms, or the customer accepted some")
                                .at("/dueOn"));
        Agreement agreement = Agreement.under(terms, issuedOn, owed);
        return terms.termsId() == null ? agreement.naming(null) : agreement;
    }

    private List<Adjustment> adjustments(String pointer, List<Part> parts) {
        Adjustment.Kind kind = pointer.equals("/charges") ? Adjustment.Kind.CHARGE : Adjustment.Kind.ALLOWANCE;
        return placed(
                pointer,
                orEmpty(parts),
                part -> new Adjustment(
                        kind,
                        part.reason(),
                        money(part.amount(), "/amount"),
                        VatCategory.of(part.vatCategory()),
                        part.vatRate()));
    }

    /** Reads the items of a list; a refusal names the item. */
    private static <A, B> List<B> placed(String pointer, List<A> items, Function<A, B> read) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> {
                    try {
                        return read.apply(items.get(i));
                    } catch (RuleBroken broken) {
                        String field = broken.pointer() == null ? "" : broken.pointer();
                        throw broken.at(pointer + "/" + i + field);
                    }
                })
                .toList();
    }

    private Money money(BigDecimal amount, String pointer) {
        try {
            return amount == null ? null : new Money(amount, currency);
        } catch (RuleBroken wrong) {
            throw wrong.at(pointer);
        }
    }

    private static <T> List<T> orEmpty(List<T> items) {
        return items == null ? List.of() : items;
    }
}
