package o2c.policy.claims;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.claims.ClaimBook.Versioned;
import o2c.policy.claims.ClaimPapers.Kept;
import o2c.policy.claims.Claims.Filing;
import o2c.policy.claims.domain.Claim;
import o2c.policy.claims.domain.Claim.Cause;
import o2c.policy.claims.domain.Claim.Claimed;
import o2c.policy.claims.domain.Claim.Recovered;
import o2c.policy.claims.domain.Claim.Status;
import o2c.policy.claims.domain.ClaimPack;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/claims")
@Tag(name = "Claims")
class ClaimResource {

    private static final String FILING = """
            {"cause":"non-payment","handedOverOn":"2026-09-15",
             "invoiceIds":["019b8c5d-7e00-7000-8000-000000000042"]}""";

    private final Claims claims;
    private final ClaimBook book;
    private final ClaimPapers papers;
    private final Tenancy tenancy;

    ClaimResource(Claims claims, ClaimBook book, ClaimPapers papers, Tenancy tenancy) {
        this.claims = claims;
        this.book = book;
        this.papers = papers;
        this.tenancy = tenancy;
    }

    /** What is to be claimed; {@code openedOn} is the opening of an insolvency. */
    record FilingBody(
            @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> invoiceIds,
            Cause cause,
            LocalDate handedOverOn,
            LocalDate openedOn) {}

    /** What the insurer decided. */
    enum Outcome {
        PAID,
        REJECTED
    }

    /** The insurer's decision; today unless told. */
    record DecisionBody(@NotNull Outcome outcome, LocalDate settledOn) {}

    /** Money that came in; costs zero, today unless told. */
    record RecoveryBody(@NotNull Money amount, Money costs, LocalDate receivedOn) {}

    /** A paper kept elsewhere: its hash belongs into the pack. */
    record PaperBody(
            @NotNull ClaimPack.Kind kind,
            UUID invoiceId,
            @NotNull @Size(min = 1, max = 200) String name,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    /** A claim as it stands. */
    record ClaimView(
            UUID claimId,
            String policyId,
            int policyVersion,
            String customerId,
            Cause cause,
            Status status,
            LocalDate handedOverOn,
            LocalDate filedOn,
            LocalDate lossOn,
            List<Claimed> invoices,
            Money loss,
            Money covered,
            Money receivedBeforeLoss,
            Claim.Settlement settlement,
            List<Claim.Recovery> recoveries) {}

    @POST
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "fileClaim",
            summary = "File a claim on receivables of one customer",
            description = "Non-payment (default) counts as a loss when the policy's waiting period after handedOverOn"
                    + " (today unless told) is over; an insolvency on openedOn. What is open and covered is that of"
                    + " today. Announces ClaimFiled. Refusals: 422 not-claimable, invoice-claimed-already,"
                    + " claims-differ, invoice-settled; 404 invoice-unknown. Scope: policy:write.")
    public RestResponse<ClaimView> file(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "one invoice", value = FILING)))
                    @NotNull
                    @Valid
                    FilingBody body) {
        Versioned kept = claims.file(new Filing(
                body.invoiceIds().stream().distinct().toList(),
                body.cause() == null ? Cause.NON_PAYMENT : body.cause(),
                body.handedOverOn(),
                body.openedOn()));
        return Answer.createdVersioned("/v1/claims/" + kept.claim().claimId(), view(kept.claim()), kept.version());
    }

    @POST
    @Path("/{claimId}/decision")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "settleClaim",
            summary = "Take down what the insurer decided on a claim",
            description =
                    "paid: the indemnity follows from the covered loss and the policy's clauses, step by step, with"
                            + " what earlier claims of the same policy version left of the aggregate first loss"
                            + " and the maximum"
                            + " liability; rejected: zero. Announces ClaimSettled. Refusals: 404 claim-unknown, 422"
                            + " claim-settled, waiting-period-runs, 412 changed-meanwhile. Scope: policy:write.")
    public RestResponse<ClaimView> decide(@PathParam("claimId") UUID claimId, @NotNull @Valid DecisionBody body) {
        LocalDate on = body.settledOn() == null ? tenancy.today() : body.settledOn();
        Versioned kept = claims.settle(claimId, Status.valueOf(body.outcome().name()), on);
        return Answer.versioned(view(kept.claim()), kept.version());
    }

    @POST
    @Path("/{claimId}/recoveries")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "shareRecovery",
            summary = "Take down money that came in on a claim",
            description = "Received before the day of loss it lowers the loss, to the oldest first; after it, once the"
                    + " insurer has decided, it is shared by each side's share of the loss, costs first, and"
                    + " RecoveryShared is announced. Refusals: 404 claim-unknown, 422 claim-not-settled, claim-settled,"
                    + " recovery-exceeds-loss, costs-exceed-recovery, date-in-future; 400 amount-not-positive."
                    + " Scope: policy:write.")
    public RestResponse<Claim.Recovery> recover(@PathParam("claimId") UUID claimId, @NotNull @Valid RecoveryBody body) {
        Money costs = body.costs() == null ? Money.zero(body.amount().currency()) : body.costs();
        if (!body.amount().isPositive() || costs.isNegative()) {
            throw RuleBroken.invalid("amount-not-positive", "a recovery is more than zero, its costs not less")
                    .at(body.amount().isPositive() ? "/costs" : "/amount");
        }
        LocalDate on = body.receivedOn() == null ? tenancy.today() : body.receivedOn();
        Recovered recovered = claims.recover(claimId, body.amount(), costs, on);
        return Answer.created("/v1/claims/" + claimId, recovered.recovery());
    }

    @POST
    @Path("/{claimId}/papers")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "addClaimPaper",
            summary = "Note a paper kept elsewhere by its hash",
            description = "kind as in the gap list of the pack; sha256 of the bytes in hexadecimal. Refusals: 404"
                    + " claim-unknown, 422 invoice-not-claimed. Scope: policy:write.")
    public RestResponse<ClaimPack> paper(@PathParam("claimId") UUID claimId, @NotNull @Valid PaperBody body) {
        Claim claim = claims.get(claimId).claim();
        if (body.invoiceId() != null
                && claim.invoices().stream().noneMatch(each -> each.invoiceId().equals(body.invoiceId()))) {
            throw RuleBroken.refused("invoice-not-claimed", "this claim is not about that invoice")
                    .at("/invoiceId");
        }
        papers.add(new Kept(Ids.next(), claim.customerId(), body.invoiceId(), body.kind(), body.name(), body.sha256()));
        return Answer.created("/v1/claims/" + claimId + "/pack", ClaimPack.of(claim, papers.of(claim)));
    }

    @GET
    @Path("/{claimId}/pack")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getClaimPack",
            summary = "All papers of a claim with their hashes, and those that are missing",
            description =
                    "From our own books: invoice, movements, overdue reports, limit decisions; from elsewhere what"
                            + " was noted under …/papers. Refusals: 404 claim-unknown. Scope: policy:read.")
    public ClaimPack pack(@PathParam("claimId") UUID claimId) {
        Claim claim = claims.get(claimId).claim();
        return ClaimPack.of(claim, papers.of(claim));
    }

    @GET
    @Path("/{claimId}")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getClaim",
            summary = "A claim with its settlement and its recoveries",
            description = "With its ETag. Refusals: 404 claim-unknown. Scope: policy:read.")
    public RestResponse<ClaimView> get(@PathParam("claimId") UUID claimId) {
        Versioned kept = claims.get(claimId);
        return Answer.versioned(view(kept.claim()), kept.version());
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listClaims",
            summary = "Claims in the order in which they were filed",
            description = "Filter: customerId. Scope: policy:read.")
    public Page<ClaimView> list(@QueryParam("customerId") String customerId, @BeanParam Paging paging) {
        List<ClaimView> rows = book.list(customerId, paging.afterId(), paging.limit() + 1).stream()
                .map(kept -> view(kept.claim()))
                .toList();
        return Page.of(rows, paging.limit(), view -> view.claimId().toString());
    }

    private ClaimView view(Claim claim) {
        return new ClaimView(
                claim.claimId(),
                claim.policyId(),
                claim.policyVersion(),
                claim.customerId(),
                claim.cause(),
                claim.status(),
                claim.handedOverOn(),
                claim.filedOn(),
                claim.lossOn(),
                claim.invoices(),
                claim.loss(),
                claim.covered(),
                claim.receivedBeforeLoss(),
                claim.settlement(),
                book.recoveries(claim.claimId(), claim.loss().currency()));
    }
}
