package o2c.policy.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.Buyers;
import o2c.policy.clauses.domain.ExperienceRule;
import o2c.policy.limits.domain.PaymentExperience;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/discretionary-limits")
@Tag(name = "Limits")
class DiscretionaryLimitResource {

    private final OwnLimits own;
    private final Policies policies;
    private final Buyers buyers;
    private final Tenancy tenancy;

    DiscretionaryLimitResource(OwnLimits own, Policies policies, Buyers buyers, Tenancy tenancy) {
        this.own = own;
        this.policies = policies;
        this.buyers = buyers;
        this.tenancy = tenancy;
    }

    /**
     * What may be set without the insurer.
     *
     * @param maximum the policy's discretionary amount
     * @param highestPaid highest balance of the period that was paid
     * @param worstDaysLate of what was paid or fell due in the period
     * @param justified what payment experience justifies, at most the maximum
     */
    record JustifiedView(
            String debtorId,
            List<String> customerIds,
            String policyId,
            Money maximum,
            int months,
            Money highestPaid,
            long worstDaysLate,
            Money justified,
            String reason) {}

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getDiscretionaryLimit",
            summary = "Which limit payment experience justifies today",
            description = "Query: policyId and customerId or buyerId. By the policy's experience rule: share of the"
                    + " highest balance of the last months that was paid, zero when anything was paid more than"
                    + " maxDaysLate late. Refusals: 422 policy-unknown, buyer-unknown, no-experience-rule; 400"
                    + " customer-missing. Scope: policy:read.")
    public JustifiedView get(
            @QueryParam("policyId") String policyId,
            @QueryParam("customerId") String customerId,
            @QueryParam("buyerId") String buyerId) {
        if (policyId == null) {
            throw RuleBroken.invalid("policy-missing", "name the policy").at("/query/policyId");
        }
        String debtorId = buyers.subject(customerId, buyerId).debtorId();
        PolicyTerms terms = PolicyBook.of(policies.require(policyId))
                .inForce(tenancy.today(), policyId)
                .map(period -> period.terms())
                .orElseThrow(DiscretionaryLimitResource::noRule);
        ExperienceRule rule =
                terms.further().conduct().experienceRule().orElseThrow(DiscretionaryLimitResource::noRule);
        Discretionary most = terms.blindCover().orElseThrow(DiscretionaryLimitResource::noRule);
        PaymentExperience experience = own.experience(debtorId, rule, tenancy.today());
        return new JustifiedView(
                debtorId,
                buyers.customersOf(debtorId),
                policyId,
                most.amount(),
                rule.months(),
                experience.highestPaid(),
                experience.worstDaysLate(),
                experience.justifies().min(most.amount()),
                experience.reason());
    }

    private static RuleBroken noRule() {
        return RuleBroken.refused("no-experience-rule", "the policy has no rule for limits from experience today")
                .at("/query/policyId");
    }
}
