package o2c.invoice.vatrelief;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import o2c.invoice.sellers.SellerRegister;
import o2c.invoice.vatrelief.VatReliefs.Claimed;
import o2c.invoice.vatrelief.VatReliefs.Unpaid;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** VAT on what customers did not pay. */
@Path("/v1")
@Tag(name = "VAT relief")
class VatReliefResource {

    private static final String RELIEF = """
        {"sellerId":"delta","period":"2027-02",\
        "candidates":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042","customerId":"acme",\
        "invoiceNumber":"2026-0042","total":{"amount":"12100.00","currency":"EUR"},\
        "vat":{"amount":"2100.00","currency":"EUR"},"unpaid":{"amount":"6050.00","currency":"EUR"},\
        "relief":{"amount":"1050.00","currency":"EUR"},"claimableOn":"2027-02-04"}],"claimed":[]}\
        """;

    private final VatReliefs reliefs;
    private final SellerRegister sellers;
    private final Tenancy tenancy;

    VatReliefResource(VatReliefs reliefs, SellerRegister sellers, Tenancy tenancy) {
        this.reliefs = reliefs;
        this.sellers = sellers;
        this.tenancy = tenancy;
    }

    /** What can be claimed, and what was claimed and is owed again. */
    @Schema(name = "VatRelief")
    record ReliefView(String sellerId, String period, List<CandidateView> candidates, List<ClaimView> claimed) {}

    /** Unpaid VAT that can be claimed since that day. */
    @Schema(name = "VatReliefCandidate")
    record CandidateView(
            UUID invoiceId,
            String customerId,
            String invoiceNumber,
            Money total,
            Money vat,
            Money unpaid,
            Money relief,
            LocalDate claimableOn) {

        static CandidateView of(Unpaid invoice) {
            return new CandidateView(
                    invoice.invoiceId(),
                    invoice.customerId(),
                    invoice.invoiceNumber(),
                    invoice.vat().total(),
                    invoice.vat().vat(),
                    invoice.unpaid(),
                    invoice.relief(),
                    invoice.claimableOn());
        }
    }

    /** VAT that was claimed in that period, and what of it is owed again because money came. */
    @Schema(name = "VatReliefClaimed")
    record ClaimView(UUID invoiceId, String invoiceNumber, String period, Money relief, Money unpaid, Money dueAgain) {

        static ClaimView of(Claimed claim) {
            return new ClaimView(
                    claim.invoice().invoiceId(),
                    claim.invoice().invoiceNumber(),
                    claim.period(),
                    claim.relief(),
                    claim.invoice().unpaid(),
                    claim.dueAgain());
        }
    }

    /** A claim of all candidates of a month, or of some of them. */
    @Schema(name = "VatReliefClaimRequest")
    record Claim(
            String sellerId,
            @NotNull @Schema(examples = "2027-02") String period,
            @Size(min = 1, max = 10_000) List<@NotNull UUID> invoiceIds) {}

    @GET
    @Path("/vat-relief")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getVatRelief",
            summary = "Read which unpaid VAT can be claimed back",
            description = "Candidates up to the end of the month: a year after the agreed day, or since a write-off in"
                    + " the books or by composition; `claimed` shows what was claimed and is owed again. Refusals:"
                    + " `period-malformed` (400), `seller-unknown`, `seller-ambiguous` (422). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "Candidates and claims",
            content =
                    @Content(
                            schema = @Schema(implementation = ReliefView.class),
                            examples = @ExampleObject(name = "example", value = RELIEF)))
    public ReliefView get(
            @QueryParam("sellerId") String sellerId,
            @QueryParam("period") @Parameter(description = "Such as 2027-02; the business date's month unless told")
                    String period) {
        String seller = sellers.meant(sellerId);
        YearMonth month = period == null ? YearMonth.from(tenancy.today()) : month(period, "/query/period");
        return view(seller, month);
    }

    @POST
    @Path("/vat-relief-claims")
    @RolesAllowed("invoice:write")
    @Writes
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Claim.class),
                            examples =
                                    @ExampleObject(
                                            name = "a month",
                                            value = "{\"sellerId\":\"delta\",\"period\":\"2027-02\"}")))
    @Operation(
            operationId = "claimVatRelief",
            summary = "Keep that VAT was claimed back",
            description = "All candidates of the month, or those named. A later receipt makes it owed again, which is"
                    + " announced when the next day opens. Refusals: `not-a-candidate`, `seller-unknown`,"
                    + " `seller-ambiguous` (422), `period-malformed` (400). Scope `invoice:write`.")
    public RestResponse<ReliefView> claim(@Valid @NotNull Claim claim) {
        String seller = sellers.meant(claim.sellerId());
        YearMonth month = month(claim.period(), "/period");
        List<Unpaid> candidates = reliefs.candidates(seller, month);
        List<Unpaid> meant = claim.invoiceIds() == null
                ? candidates
                : candidates.stream()
                        .filter(one -> claim.invoiceIds().contains(one.invoiceId()))
                        .toList();
        if (claim.invoiceIds() != null
                && meant.size() != claim.invoiceIds().stream().distinct().count()) {
            throw RuleBroken.refused("not-a-candidate", "not all of these invoices are candidates of this month")
                    .at("/invoiceIds");
        }
        reliefs.claim(meant, month);
        return Answer.created("/v1/vat-relief", view(seller, month));
    }

    private ReliefView view(String seller, YearMonth month) {
        return new ReliefView(
                seller,
                month.toString(),
                reliefs.candidates(seller, month).stream()
                        .map(CandidateView::of)
                        .toList(),
                reliefs.claimed(seller).stream().map(ClaimView::of).toList());
    }

    private static YearMonth month(String text, String pointer) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException malformed) {
            throw RuleBroken.invalid("period-malformed", "a month is written like 2027-02")
                    .at(pointer);
        }
    }
}
