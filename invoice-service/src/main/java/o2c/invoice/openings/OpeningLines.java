package o2c.invoice.openings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.invoice.receivables.domain.Agreement;
import o2c.invoice.receivables.domain.Deduction;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.receivables.domain.Opening;
import o2c.invoice.receivables.domain.References;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The lines of an opening: the first says what is taken over, each other one is an item. */
final class OpeningLines {

    private OpeningLines() {}

    /** The first line. */
    @Schema(name = "OpeningHeading")
    record Heading(
            @NotNull String sellerId,

            @NotNull @Schema(description = "The day whose close is taken over")
            LocalDate asOf,

            @Schema(description = "Nobody is written to about these items before this day")
            LocalDate quietUntil,

            @NotNull @Size(max = 50) @Schema(description = "What is open, one total per currency")
            List<@NotNull Money> controlTotals) {

        /** @throws RuleBroken {@code quiet-before-opening}, {@code date-in-future} */
        void check(LocalDate today) {
            if (asOf.isAfter(today)) {
                throw RuleBroken.refused("date-in-future", "the books of " + asOf + " are not closed on " + today)
                        .at("/asOf");
            }
            if (quietUntil != null && quietUntil.isBefore(asOf)) {
                throw RuleBroken.refused("quiet-before-opening", "quietUntil lies before asOf")
                        .at("/quietUntil");
            }
        }
    }

    /** An item; amounts are plain decimals in its currency, VAT included. */
    @Schema(name = "OpeningItem")
    record Item(
            @NotNull String customerId,
            @NotNull String invoiceNumber,
            @NotNull LocalDate issuedOn,
            @NotNull LocalDate dueOn,

            @NotNull @Schema(implementation = String.class, description = "ISO 4217")
            Currency currency,

            @NotNull @Schema(description = "What the invoice was for")
            BigDecimal originalAmount,

            @NotNull @Schema(description = "What is open; 0.00 for history, with settledOn")
            BigDecimal openAmount,

            BigDecimal netAmount,
            LocalDate settledOn,
            LocalDate deliveredOn,
            String orderId,
            String contractId,
            String reference,
            @Min(0) @Max(99) Integer levelReached,
            LocalDate lastStepOn,
            LocalDate noticeSentOn,
            BigDecimal disputedAmount,
            LocalDate promisedOn,
            @Size(min = 1, max = 64) String placedWith) {

        /** What is open of it. */
        Money open() {
            return money(openAmount, "/openAmount");
        }

        /**
         * The receivable it makes: what was paid before the opening is not owed.
         *
         * @throws RuleBroken {@code open-exceeds-original}, {@code settled-day-missing}, {@code settled-but-open},
         *     {@code disputed-exceeds-open} and those of an invoice
         */
        InvoiceDraft draft(Heading heading) {
            Money original = money(originalAmount, "/originalAmount");
            Money open = open();
            check(original, open);
            InvoiceContent content = new InvoiceContent(
                    heading.sellerId(),
                    customerId,
                    invoiceNumber,
                    issuedOn,
                    dueOn,
                    dueOn,
                    original,
                    money(netAmount, "/netAmount"),
                    null,
                    new References(orderId, List.of(), deliveredOn, contractId, reference),
                    Deduction.of(original.minus(open), null));
            return new InvoiceDraft(content, List.of(), List.of(), Agreement.on(dueOn, open), opening(heading));
        }

        private Opening opening(Heading heading) {
            return new Opening(
                    new Opening.Period(heading.asOf(), heading.quietUntil()),
                    settledOn,
                    new Opening.Dunning(levelReached == null ? 0 : levelReached, lastStepOn, noticeSentOn),
                    money(disputedAmount, "/disputedAmount"),
                    promisedOn,
                    placedWith);
        }

        private void check(Money original, Money open) {
            if (open.exceeds(original) || open.isNegative()) {
                throw RuleBroken.refused("open-exceeds-original", "what is open is a part of what it was for")
                        .at("/openAmount");
            }
            if (open.isZero() && settledOn == null) {
                throw RuleBroken.refused("settled-day-missing", "a settled item tells when it was settled")
                        .at("/settledOn");
            }
            if (open.isPositive() && settledOn != null) {
                throw RuleBroken.refused("settled-but-open", "an open item was not settled")
                        .at("/settledOn");
            }
            Money disputed = money(disputedAmount, "/disputedAmount");
            if (disputed != null && disputed.exceeds(open)) {
                throw RuleBroken.refused("disputed-exceeds-open", "no more is disputed than is open")
                        .at("/disputedAmount");
            }
        }

        private Money money(BigDecimal amount, String pointer) {
            try {
                return amount == null ? null : new Money(amount, currency);
            } catch (RuleBroken wrong) {
                throw wrong.at(pointer);
            }
        }
    }
}
