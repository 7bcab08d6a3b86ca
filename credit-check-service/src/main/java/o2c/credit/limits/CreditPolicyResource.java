package o2c.credit.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import o2c.credit.limits.domain.CreditPolicy;
import o2c.kernel.Percentage;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Preconditions;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tenant's credit policy: figures that decide, as data with an effective date. */
@Path("/v1/credit-policy")
@Tag(name = "Credit limits")
class CreditPolicyResource {

    private final CreditPolicies policies;
    private final Tenancy tenancy;
    private final Preconditions preconditions;

    CreditPolicyResource(CreditPolicies policies, Tenancy tenancy, Preconditions preconditions) {
        this.policies = policies;
        this.tenancy = tenancy;
        this.preconditions = preconditions;
    }

    /**
     * A new version of the policy.
     *
     * @param effectiveFrom business date from which it counts; today or later
     * @param approvalThreshold a limit up to this needs nobody else; in the limit's own currency
     * @param tolerance percent of the limit by which an exposure may pass it and still be approved (0 to 100)
     * @param declineAbove percent of the limit above which an exposure is declined, not referred (100 or more)
     * @param checkValidity business dates for which a check stands (1 to 90)
     */
    record Revision(
            @NotNull LocalDate effectiveFrom,
            @NotNull @Digits(integer = 15, fraction = 2) BigDecimal approvalThreshold,
            @NotNull Percentage tolerance,
            @NotNull Percentage declineAbove,
            int checkValidity) {}

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getCreditPolicy",
            summary = "The credit policy in force on a day",
            description = "Version 0 is what holds until the tenant sets its own: threshold 50000.00, no tolerance,"
                    + " declined above 200 percent, checks stand 7 business dates. Scope: credit:read.")
    public RestResponse<CreditPolicy> get(@QueryParam("asOf") LocalDate asOf) {
        CreditPolicy policy = policies.inForce(Optional.ofNullable(asOf).orElse(tenancy.today()));
        return Answer.versioned(policy, policy.version());
    }

    @PUT
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "reviseCreditPolicy",
            summary = "Set a new version of the credit policy",
            description = "Earlier versions stay. If-Match names the version set last and is required once there is"
                    + " one. Refusals: 400 policy-out-of-range; 412 changed-meanwhile; 422 effective-in-past;"
                    + " 428 precondition-required. Scope: credit:approve.")
    public RestResponse<CreditPolicy> revise(@NotNull @Valid Revision revision) {
        int last = policies.last().map(CreditPolicy::version).orElse(0);
        if (last > 0) {
            preconditions.ifMatchRequired(last);
        }
        CreditPolicy policy = new CreditPolicy(
                last + 1,
                revision.effectiveFrom(),
                revision.approvalThreshold().setScale(2),
                revision.tolerance(),
                revision.declineAbove(),
                revision.checkValidity());
        policies.add(policy.effectiveNotBefore(tenancy.today()));
        return Answer.versioned(policy, policy.version());
    }
}
