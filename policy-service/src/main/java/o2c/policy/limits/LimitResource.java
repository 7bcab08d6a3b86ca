package o2c.policy.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import o2c.kernel.Percentage;
import o2c.policy.buyers.Buyers;
import o2c.policy.buyers.Buyers.Subject;
import o2c.policy.limits.LimitBook.Versioned;
import o2c.policy.limits.LimitBook.Wanted;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitBasis;
import o2c.policy.limits.domain.LimitDecision;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/limits")
@Tag(name = "Limits")
class LimitResource {

    private final Limits limits;
    private final Buyers buyers;

    LimitResource(Limits limits, Buyers buyers) {
        this.limits = limits;
        this.buyers = buyers;
    }

    /** The kinds of decision a caller may take down. */
    enum Verdict {
        GRANTED,
        REDUCED,
        SUSPENDED,
        REFUSED,
        CANCELLED
    }

    /** Asking for a limit; with {@code decision} it is taken over as decided already. */
    record Application(
            @NotNull String policyId,
            String customerId,
            String buyerId,
            @NotNull Money amount,
            @NotNull LocalDate effectiveFrom,
            LocalDate effectiveTo,
            LimitKind kind,
            Percentage percentage,
            LimitBasis basis,
            @Valid Answered decision) {

        Limit asFor(Subject subject) {
            return new Limit(
                    Ids.next(),
                    policyId,
                    subject.customerId(),
                    kind == null ? LimitKind.INSURER : kind,
                    percentage,
                    amount,
                    effectiveFrom,
                    effectiveTo,
                    List.of(),
                    subject.buyerId(),
                    basis);
        }
    }

    /** What the insurer answered. */
    record Answered(
            @NotNull Verdict decision,
            Money amount,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @Size(max = 500) String reason,
            @Size(max = 500) String conditions) {

        LimitDecision said() {
            return new LimitDecision(
                    LimitStatus.valueOf(decision.name()), amount, effectiveFrom, effectiveTo, reason, conditions);
        }
    }

    /** A lower amount from a day on. */
    record Reduction(
            @NotNull Money amount,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @Size(max = 500) String reason) {}

    /** The end of a limit from a day on. */
    record Cancellation(
            LocalDate effectiveFrom, @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "requestLimit",
            summary = "Ask for a limit on a customer, or take over one that is decided",
            description = "amount is Money in the policy's currency; percentage (percent) overrides the policy's. kind:"
                    + " insurer (default), temporary, discretionary (granted at once within the policy's discretionary"
                    + " amount; basis experience: within what GET /v1/discretionary-limits says; basis report: twelve"
                    + " months at most; not within twelve months of a decision of the insurer). With buyerId it holds"
                    + " for all customers of the buyer. The object `decision` (as in …/decision) imports a"
                    + " decided limit in one call. A"
                    + " customer not heard of yet is accepted. Refusals: 422 policy-unknown, buyer-unknown,"
                    + " currency-mismatch, discretionary-above-maximum, insurer-decided, experience-insufficient,"
                    + " reduction-not-lower, limit-not-decided; 400"
                    + " customer-missing, period-reversed, amount-negative, percentage-out-of-range."
                    + " Scope: policy:write.")
    public RestResponse<LimitView> request(@NotNull @Valid Application asked) {
        Subject subject = buyers.subject(asked.customerId(), asked.buyerId());
        Versioned kept = limits.request(
                asked.asFor(subject),
                asked.decision() == null ? null : asked.decision().said());
        return Answer.createdVersioned("/v1/limits/" + kept.limit().limitId(), LimitView.of(kept), kept.version());
    }

    @POST
    @Path("/{limitId}/decision")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "decideLimit",
            summary = "Take down what the insurer decided",
            description = "granted without amount = the amount asked for. effectiveFrom: the first decision counts from"
                    + " the day asked for, later ones from the business day, unless told. A raise counts at once for"
                    + " older receivables too; a cut never does, and counts after the policy's noticeDays unless"
                    + " a day is"
                    + " told. suspended = nothing until decided anew; conditions = what the insurer asks for in"
                    + " return. Refusals: 404 limit-unknown, 422 limit-ended,"
                    + " limit-already-decided, limit-not-decided, reduction-not-lower, currency-mismatch, 412"
                    + " changed-meanwhile. Scope: policy:write.")
    public RestResponse<LimitView> decide(@PathParam("limitId") UUID limitId, @NotNull @Valid Answered answered) {
        return answer(limits.decide(limitId, answered.said()));
    }

    @POST
    @Path("/{limitId}/reduction")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "reduceLimit",
            summary = "Lower a limit from a day on",
            description = "Receivables covered before stay covered while they run off. Refusals: 404 limit-unknown, 422"
                    + " reduction-not-lower, limit-ended, currency-mismatch, 412 changed-meanwhile."
                    + " Scope: policy:write.")
    public RestResponse<LimitView> reduce(@PathParam("limitId") UUID limitId, @NotNull @Valid Reduction cut) {
        return answer(limits.decide(
                limitId,
                new LimitDecision(
                        LimitStatus.REDUCED, cut.amount(), cut.effectiveFrom(), cut.effectiveTo(), cut.reason())));
    }

    @POST
    @Path("/{limitId}/cancellation")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "cancelLimit",
            summary = "End a limit from a day on",
            description = "Receivables covered before stay covered while they run off; nothing slides up. Refusals: 404"
                    + " limit-unknown, 422 limit-not-decided, limit-ended, 412 changed-meanwhile."
                    + " Scope: policy:write.")
    public RestResponse<LimitView> cancel(@PathParam("limitId") UUID limitId, @NotNull @Valid Cancellation end) {
        return answer(limits.decide(
                limitId, new LimitDecision(LimitStatus.CANCELLED, null, end.effectiveFrom(), null, end.reason())));
    }

    @GET
    @Path("/{limitId}")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getLimit",
            summary = "A limit with everything that was decided on it",
            description = "With its ETag. Refusals: 404 limit-unknown. Scope: policy:read.")
    public RestResponse<LimitView> get(@PathParam("limitId") UUID limitId) {
        return answer(limits.get(limitId));
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listLimits",
            summary = "Limits in the order in which they were asked for",
            description = "Filters: policyId, customerId, status (what was decided last). Refusals: 400 value-unknown."
                    + " Scope: policy:read.")
    public Page<LimitView> list(
            @QueryParam("policyId") String policyId,
            @QueryParam("customerId") String customerId,
            @QueryParam("status") LimitStatus status,
            @BeanParam Paging paging) {
        List<LimitView> rows = limits
                .list(
                        new Wanted(policyId, customerId, status),
                        paging.afterId().map(UUID::toString),
                        paging.limit() + 1)
                .stream()
                .map(LimitView::of)
                .toList();
        return Page.of(rows, paging.limit(), view -> view.limitId().toString());
    }

    private static RestResponse<LimitView> answer(Versioned kept) {
        return Answer.versioned(LimitView.of(kept), kept.version());
    }
}
