package o2c.dunning.charges;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.dunning.charges.domain.Allocated;
import o2c.dunning.charges.domain.LateChargeCalculation;
import o2c.dunning.charges.domain.LateCharges;
import o2c.dunning.charges.domain.Segment;
import o2c.dunning.rates.LegalTables;
import o2c.kernel.Percentage;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a late payer owes by law, on claims that need not be in the books. */
@Path("/v1/late-charge-calculations")
@Tag(name = "Calculators")
class LateChargeCalculationResource {

    private static final String QUESTION = """
            {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"2025-09-30",
             "claims":[{"reference":"2025-0042","principal":"5000.00","dueOn":"2025-03-31"}],
             "payments":[{"amount":"2000.00","paidOn":"2025-06-15"}],
             "collectionCosts":"statutory","allocation":"law"}""";
    private static final String ANSWER = """
            {"currency":"EUR","interest":"228.93","fixedSum":"0.00","collectionCosts":"625.00","principal":"3741.08",
             "openInterest":"112.85","openCosts":"0.00","total":"3853.93","unallocated":"0.00","provisional":false,
             "notes":[],"segments":[{"reference":"2025-0042","from":"2025-04-01","to":"2025-06-15","days":76,
             "annualRate":"11.15","base":"5000.00","interest":"116.08"}],
             "allocations":[{"reference":"2025-0042","paidOn":"2025-06-15","amount":"2000.00","costs":"625.00",
             "interest":"116.08","principal":"1258.92"}]}""";

    private final LegalTables tables;

    LateChargeCalculationResource(LegalTables tables) {
        this.tables = tables;
    }

    /** Days at one rate on one base. */
    record SegmentView(
            String reference,
            LocalDate from,
            LocalDate to,
            long days,
            Percentage annualRate,
            BigDecimal base,
            BigDecimal interest) {

        static SegmentView of(Segment segment) {
            return new SegmentView(
                    segment.reference(),
                    segment.from(),
                    segment.to(),
                    segment.days(),
                    segment.annualRate(),
                    segment.base().amount(),
                    segment.interest().amount());
        }
    }

    /** What of a payment went to which claim. */
    record AllocationView(
            String reference,
            LocalDate paidOn,
            BigDecimal amount,
            BigDecimal costs,
            BigDecimal interest,
            BigDecimal principal) {

        static AllocationView of(Allocated part) {
            return new AllocationView(
                    part.reference(),
                    part.paidOn(),
                    part.amount().amount(),
                    part.costs().amount(),
                    part.interest().amount(),
                    part.principal().amount());
        }
    }

    /**
     * What is owed at the close of calculateUntil.
     *
     * @param interest all interest that ran, paid or not
     * @param fixedSum all fixed sums that became due
     * @param collectionCosts all costs that were charged
     * @param principal what is still open of the claims
     * @param openInterest what of the interest is not paid; {@code openCosts}: of fixed sums and costs
     * @param total principal, openInterest and openCosts
     * @param unallocated what was paid too much
     * @param provisional whether a rate is used that is not announced yet
     * @param notes notice-not-proven, interest-not-agreed
     */
    record ChargeAnswer(
            Currency currency,
            BigDecimal interest,
            BigDecimal fixedSum,
            BigDecimal collectionCosts,
            BigDecimal principal,
            BigDecimal openInterest,
            BigDecimal openCosts,
            BigDecimal total,
            BigDecimal unallocated,
            boolean provisional,
            List<String> notes,
            List<SegmentView> segments,
            List<AllocationView> allocations) {

        static ChargeAnswer of(LateCharges charges) {
            return new ChargeAnswer(
                    charges.interest().currency(),
                    charges.interest().amount(),
                    charges.fixedSum().amount(),
                    charges.collectionCosts().amount(),
                    charges.open().principal().amount(),
                    charges.open().interest().amount(),
                    charges.open().costs().amount(),
                    charges.open().total().amount(),
                    charges.unallocated().amount(),
                    charges.provisional(),
                    charges.notes(),
                    charges.segments().stream().map(SegmentView::of).toList(),
                    charges.allocations().stream().map(AllocationView::of).toList());
        }
    }

    @POST
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "calculateLateCharges",
            summary = "What does a late payer owe by law?",
            description = "A pure calculator; nothing is stored. Interest runs from the day after dueOn (or from"
                    + " defaultOn) to the day of payment, both counted; each segment is rounded half up once. Between"
                    + " businesses a fixed sum is due per late claim; in the Netherlands it is the floor of the"
                    + " collection costs and part of them when those are asked for. Refusals: 400"
                    + " jurisdiction-unknown, value-unknown, field-unknown, wrong-minor-digits; 422"
                    + " currency-not-of-jurisdiction, rate-unknown, rate-out-of-range, amount-not-positive,"
                    + " reference-repeated, reference-unknown, paid-after-calculation. Scope: dunning:read.")
    @APIResponse(
            responseCode = "200",
            description = "What is owed, with its specification",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChargeAnswer.class),
                            examples = @ExampleObject(name = "costs, interest, principal", value = ANSWER)))
    public ChargeAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a part paid", value = QUESTION)))
                    @NotNull
                    @Valid
                    ChargeQuestion question) {
        return ChargeAnswer.of(
                LateChargeCalculation.of(new ChargeCaseReading(question).in(tables.rates()), tables.scales()));
    }
}
