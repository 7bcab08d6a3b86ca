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
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.Buyers;
import o2c.policy.limits.ExcludedBuyers.Listed;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.policies.Policies;
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

@Path("/v1/excluded-buyers")
@Tag(name = "Limits")
class ExcludedBuyerResource {

    private static final String EXAMPLE = """
            {"policyId":"pol-2026","customerId":"acme-holding","effectiveFrom":"2026-01-01",
              "reason":"related company"}""";

    private final ExcludedBuyers excluded;
    private final Buyers buyers;
    private final Policies policies;
    private final Tenancy tenancy;

    ExcludedBuyerResource(ExcludedBuyers excluded, Buyers buyers, Policies policies, Tenancy tenancy) {
        this.excluded = excluded;
        this.buyers = buyers;
        this.policies = policies;
        this.tenancy = tenancy;
    }

    /** Who is not insured, from when; without policyId under no policy. */
    record ExclusionBody(
            String policyId,
            String customerId,
            String buyerId,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @Size(max = 500) String reason) {}

    /** The last day of an exclusion; yesterday unless told. */
    record EndBody(LocalDate lastDay) {}

    /** A customer or buyer that is not insured. */
    record ExclusionView(
            UUID exclusionId,
            String policyId,
            String debtorId,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            String reason) {

        static ExclusionView of(Listed listed) {
            return new ExclusionView(
                    listed.exclusionId(),
                    listed.exclusion().policyId(),
                    listed.debtorId(),
                    listed.exclusion().from(),
                    listed.exclusion().to(),
                    listed.reason());
        }
    }

    @POST
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "excludeBuyer",
            summary = "Say that a policy does not insure a customer or a buyer",
            description = "Deliveries from effectiveFrom (today unless told) on are not insured, reason `excluded`."
                    + " Without policyId it holds for all policies. Refusals: 422 policy-unknown, buyer-unknown; 400"
                    + " customer-missing, customer-ambiguous, period-reversed. Scope: policy:write.")
    public RestResponse<ExclusionView> exclude(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "related company", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    ExclusionBody body) {
        String debtorId = buyers.subject(body.customerId(), body.buyerId()).debtorId();
        if (body.policyId() != null) {
            policies.require(body.policyId());
        }
        LocalDate from = body.effectiveFrom() == null ? tenancy.today() : body.effectiveFrom();
        if (body.effectiveTo() != null && body.effectiveTo().isBefore(from)) {
            throw RuleBroken.invalid("period-reversed", "effectiveTo lies before effectiveFrom")
                    .at("/effectiveTo");
        }
        Exclusion exclusion = new Exclusion(body.policyId(), from, body.effectiveTo());
        Listed kept = excluded.add(new Listed(Ids.next(), 1, debtorId, body.reason(), exclusion));
        return Answer.created("/v1/excluded-buyers/" + kept.exclusionId(), ExclusionView.of(kept));
    }

    @POST
    @Path("/{exclusionId}/end")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "endExclusion",
            summary = "End an exclusion",
            description = "lastDay: the last day on which it held, yesterday unless told. Days before stay as they"
                    + " were. Refusals: 404 exclusion-unknown, 422 period-reversed. Scope: policy:write.")
    public ExclusionView end(@PathParam("exclusionId") UUID exclusionId, @NotNull @Valid EndBody body) {
        LocalDate last = body.lastDay() == null ? tenancy.today().minusDays(1) : body.lastDay();
        return ExclusionView.of(excluded.end(exclusionId, last));
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listExcludedBuyers",
            summary = "Who is not insured, in the order in which it was said",
            description =
                    "Filter: debtorId (customer or buyer). Ended exclusions are listed too." + " Scope: policy:read.")
    public Page<ExclusionView> list(@QueryParam("debtorId") String debtorId, @BeanParam Paging paging) {
        List<ExclusionView> rows = excluded.list(debtorId, paging.afterId(), paging.limit() + 1).stream()
                .map(ExclusionView::of)
                .toList();
        return Page.of(rows, paging.limit(), view -> view.exclusionId().toString());
    }
}
