package o2c.invoice.duedates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import o2c.runtime.approvals.Approval;
import o2c.runtime.approvals.ApprovalHandler;

/** Corrects an agreed day when a second person agrees. */
@ApplicationScoped
class DueDateApproval implements ApprovalHandler {

    private final DueDates dueDates;

    DueDateApproval(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    @Override
    public String kind() {
        return DueDates.KIND;
    }

    @Override
    public void decided(Approval approval) {
        dueDates.decided(UUID.fromString(approval.subject()), approval.isApproved());
    }
}
