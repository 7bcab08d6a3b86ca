package o2c.credit.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.limits.domain.LimitRequest;
import o2c.credit.limits.domain.LimitRequest.Status;
import o2c.kernel.RuleBroken;
import o2c.runtime.approvals.Approval;
import o2c.runtime.approvals.ApprovalHandler;
import o2c.runtime.approvals.Approvals;
import o2c.runtime.tenancy.Tenancy;

/** Takes requests for a limit, and lets a second person decide above the threshold. */
@ApplicationScoped
class LimitRequesting implements ApprovalHandler {

    private static final String APPROVAL = "credit-limit";

    private final LimitRequests requests;
    private final CreditLimiting limiting;
    private final CreditPolicies policies;
    private final CustomerRegister register;
    private final Approvals approvals;
    private final Tenancy tenancy;

    LimitRequesting(
            LimitRequests requests,
            CreditLimiting limiting,
            CreditPolicies policies,
            CustomerRegister register,
            Approvals approvals,
            Tenancy tenancy) {
        this.requests = requests;
        this.limiting = limiting;
        this.policies = policies;
        this.register = register;
        this.approvals = approvals;
        this.tenancy = tenancy;
    }

    /** Takes a request: in force at once up to the threshold, else waiting for somebody else. */
    LimitRequestRow ask(LimitRequest request) {
        register.require(request.customerId());
        LimitRequest asked = request.asked(policies.inForce(tenancy.today()), tenancy.today());
        LimitRequestRow row = LimitRequestRow.of(asked, tenancy.today());
        if (asked.status() == Status.APPROVED) {
            limiting.set(asked);
        } else {
            row.approvalId = approvals.request(APPROVAL, row.id.toString(), asked, null);
        }
        requests.persist(row);
        return row;
    }

    /**
     * Somebody else decides.
     *
     * @throws RuleBroken {@code four-eyes}, {@code already-decided}, {@code limit-already-over}
     */
    LimitRequestRow decide(String customerId, UUID requestId, boolean approved, String reason) {
        LimitRequestRow row = find(customerId, requestId);
        if (row.approvalId == null) {
            throw RuleBroken.conflict("already-decided", "this request needed nobody else");
        }
        approvals.decide(row.approvalId, approved, reason);
        return row;
    }

    @Override
    public String kind() {
        return APPROVAL;
    }

    /** A second person decided, here or among all approvals. */
    @Override
    public void decided(Approval approval) {
        LimitRequestRow row = requests.locked(UUID.fromString(approval.subject()));
        LimitRequest decided = row.toRequest().decided(approval.isApproved(), approval.decidedBy(), tenancy.today());
        row.status = decided.status().code();
        row.decidedBy = approval.decidedBy();
        row.decidedOn = tenancy.today();
        row.decisionReason = approval.reason();
        if (approval.isApproved()) {
            limiting.set(decided);
        }
        requests.flush();
    }

    LimitRequestRow find(String customerId, UUID requestId) {
        return requests.of(customerId, requestId).orElseThrow(LimitRequesting::unknown);
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("request-unknown", "there is no such request");
    }
}
