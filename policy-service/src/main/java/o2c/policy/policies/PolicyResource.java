package o2c.policy.policies;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.PolicyProse;
import o2c.policy.policies.domain.PolicyProse.Paragraph;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/policies")
@Tag(name = "Policies")
class PolicyResource {

    private static final String EXAMPLE = """
            {"validFrom":"2026-01-01","validTo":"2026-12-31","currency":"EUR","insuredPercentage":"90.00",
             "discretionary":{"amount":"20000.00","percentage":"80.00"},"maxTermDays":90,
             "extensionPeriod":{"value":60,"unit":"days"},"reportDays":30,"countries":["NL","BE","DE"]}""";

    private final Policies policies;
    private final Preconditions preconditions;

    PolicyResource(Policies policies, Preconditions preconditions) {
        this.policies = policies;
        this.preconditions = preconditions;
    }

    /** All versions of a policy, oldest first. */
    record VersionsView(List<PolicyView> items) {}

    /** A version of a policy in sentences. */
    record ProseView(String policyId, int version, List<Paragraph> paragraphs) {}

    @PUT
    @Path("/{policyId}")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "putPolicy",
            summary = "Agree on a policy, or on its next version",
            description = "Each change makes a version that replaces the earlier ones from its validFrom on; nothing is"
                    + " overwritten. A field left out keeps its value, null clears it; unchanged content makes no"
                    + " version. A policy that is silent says: rule silo, extensionPeriod 60 days, extensionAnchor due,"
                    + " reportDays 30, claimDays 180, coverBasis gross, all countries, all sellers, disputeScope"
                    + " whole-invoice, attachment risk-attaching, conversionDay invoice, handOverDays 30,"
                    + " adverseReportDays 10, noticeDays 0, waitingPeriod 6 months, resumption on-payment,"
                    + " deductionOrder after; no discretionary cover, experience, maxTermDays, invoicingDays,"
                    + " minimumOverdue, countryPercentages, excludedKinds, threshold, eachAndEveryLoss,"
                    + " minimumRetention, aggregateFirstLoss, maximumLiability or premium."
                    + " Amounts are plain decimals in `currency`, which is the organisation's base currency;"
                    + " percentages are percent. Refusals: 422 policy-overlap (one policy per day and seller), 422"
                    + " currency-not-supported, 428 precondition-required and 412 changed-meanwhile (If-Match is"
                    + " required once the policy exists), 400 period-reversed, percentage-out-of-range,"
                    + " country-malformed. Scope: policy:write.")
    public RestResponse<PolicyView> put(
            @PathParam("policyId") String policyId,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PolicyView.class),
                                            examples = @ExampleObject(name = "a year", value = EXAMPLE)))
                    @NotNull
                    PolicyClauses clauses) {
        Ids.callerChosen(policyId);
        policies.lock();
        List<PolicyVersion> before = policies.versionsOf(policyId);
        if (before.isEmpty()) {
            PolicyVersion first = policies.agree(policyId, 1, clauses.over(null));
            return Answer.createdVersioned("/v1/policies/" + policyId, PolicyView.of(first), first.version());
        }
        PolicyVersion last = before.get(before.size() - 1);
        preconditions.ifMatchRequired(last.version());
        PolicyTerms terms = clauses.over(last.terms());
        PolicyVersion next = terms.equals(last.terms()) ? last : policies.agree(policyId, last.version() + 1, terms);
        return Answer.versioned(PolicyView.of(next), next.version());
    }

    @GET
    @Path("/{policyId}")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getPolicy",
            summary = "The latest version of a policy",
            description = "With its ETag. Refusals: 404 policy-unknown. Scope: policy:read.")
    public RestResponse<PolicyView> get(@PathParam("policyId") String policyId) {
        List<PolicyVersion> versions = existing(policyId);
        PolicyVersion last = versions.get(versions.size() - 1);
        return Answer.versioned(PolicyView.of(last), last.version());
    }

    @GET
    @Path("/{policyId}/versions")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listPolicyVersions",
            summary = "All versions of a policy, oldest first",
            description = "Each governs from its validFrom until a later version's validFrom or its own validTo."
                    + " Refusals: 404 policy-unknown. Scope: policy:read.")
    public VersionsView versions(@PathParam("policyId") String policyId) {
        return new VersionsView(existing(policyId).stream().map(PolicyView::of).toList());
    }

    @GET
    @Path("/{policyId}/prose")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getPolicyProse",
            summary = "A version of a policy in plain sentences",
            description = "Written from the data; each paragraph names the field it comes from. The latest version"
                    + " unless told. Refusals: 404 policy-unknown, policy-version-unknown. Scope: policy:read.")
    public ProseView prose(@PathParam("policyId") String policyId, @QueryParam("version") Integer version) {
        List<PolicyVersion> versions = existing(policyId);
        PolicyVersion told = versions.stream()
                .filter(each -> version == null || each.version() == version)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> RuleBroken.notFound(
                        "policy-version-unknown", "policy " + policyId + " has no version " + version));
        return new ProseView(policyId, told.version(), PolicyProse.of(told).paragraphs());
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listPolicies",
            summary = "The latest version of each policy, by id",
            description = "Scope: policy:read.")
    public Page<PolicyView> list(@BeanParam Paging paging) {
        List<PolicyView> rows = policies.latest(paging.after(), paging.limit() + 1).stream()
                .map(PolicyView::of)
                .toList();
        return Page.of(rows, paging.limit(), PolicyView::policyId);
    }

    private List<PolicyVersion> existing(String policyId) {
        List<PolicyVersion> versions = policies.versionsOf(policyId);
        if (versions.isEmpty()) {
            throw RuleBroken.notFound("policy-unknown", "there is no policy " + policyId);
        }
        return versions;
    }
}
