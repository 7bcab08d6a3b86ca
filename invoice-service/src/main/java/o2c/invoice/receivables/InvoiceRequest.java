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
import o2c.invoice.receivables.domain.Adjustment;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.receivables.domain.InvoiceLine;
import o2c.invoice.receivables.domain.InvoiceSum;
import o2c.invoice.receivables.domain.PaymentTerms;
import o2c.invoice.receivables.domain.References;
import o2c.invoice.receivables.domain.VatCategory;
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

        @Valid Terms paymentTerms,

        @NotNull @Schema(implementation = String.class, description = "ISO 4217")
        Currency currency,

        @Size(max = 1000) List<@Valid @NotNull Line> lines,
        @Size(max = 100) List<@Valid @NotNull Part> allowances,
        @Size(max = 100) List<@Valid @NotNull Part> charges,

        @Schema(description = "What is owed including VAT, of a ledger item without lines")
        BigDecimal total,

        BigDecimal netAmount,
        BigDecimal vatAmount,
        String orderId,
        @Size(max = 100) List<@NotNull String> deliveryIds,
        LocalDate deliveredOn,
        String contractId,
        String reference) {

    /** Payment terms in their simple form. */
    @Schema(name = "PaymentTerms")
    public record Terms(@NotNull Integer netDays) {}

    /** One line; the price is without VAT and for the base quantity, 1 unless told. */
    @Schema(name = "InvoiceLineRequest")
    public record Line(
            @NotNull @Size(min = 1, max = 1000) String description,
            @NotNull BigDecimal quantity,
            @NotNull BigDecimal unitPrice,
            BigDecimal baseQuantity,

            @NotNull @Schema(description = "UNCL 5305: S, Z, E, AE, K, G, O, L, M or B")
            String vatCategory,

            BigDecimal vatRate) {

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
    public InvoiceDraft draft() {
        List<InvoiceLine> priced = placed("/lines", orEmpty(lines), Line::line);
        List<Adjustment> adjustments = new ArrayList<>(adjustments("/allowances", allowances));
        adjustments.addAll(adjustments("/charges", charges));
        if (priced.isEmpty() == (total == null) || priced.isEmpty() && !adjustments.isEmpty()) {
            throw RuleBroken.refused("lines-or-total", "an invoice has either lines or a total")
                    .at("/total");
        }
        if (total != null) {
            return InvoiceDraft.ledgerItem(content(money(total, "/total"), money(netAmount, "/netAmount")));
        }
        InvoiceSum sum = InvoiceSum.of(priced, adjustments, currency);
        if (netAmount != null && !money(netAmount, "/netAmount").equals(sum.net())) {
            throw RuleBroken.refused("amounts-disagree", "the lines add up to " + sum.net() + " without VAT")
                    .at("/netAmount");
        }
        return new InvoiceDraft(content(sum.total(), sum.net()), priced, adjustments);
    }

    private InvoiceContent content(Money owed, Money net) {
        LocalDate agreed = agreedDay();
        return new InvoiceContent(
                sellerId,
                customerId,
                invoiceNumber,
                issuedOn,
                agreed,
                agreed,
                owed,
                net,
                money(vatAmount, "/vatAmount"),
                new References(orderId, deliveryIds, deliveredOn, contractId, reference));
    }

    private LocalDate agreedDay() {
        if (dueOn != null) {
            return dueOn;
        }
        if (paymentTerms == null) {
            throw RuleBroken.refused("due-day-missing", "an invoice has a due day or payment terms")
                    .at("/dueOn");
        }
        return new PaymentTerms(paymentTerms.netDays()).dueOn(issuedOn);
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
