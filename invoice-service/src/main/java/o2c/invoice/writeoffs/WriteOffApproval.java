package o2c.invoice.writeoffs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import o2c.runtime.approvals.Approval;
import o2c.runtime.approvals.ApprovalHandler;

/** Books a write-off when a second person agrees. */
@ApplicationScoped
class WriteOffApproval implements ApprovalHandler {

    private final WriteOffs writeOffs;

    WriteOffApproval(WriteOffs writeOffs) {
        this.writeOffs = writeOffs;
    }

    @Override
    public String kind() {
        return WriteOffs.KIND;
    }

    @Override
    public void decided(Approval approval) {
        writeOffs.decided(UUID.fromString(approval.subject()), approval.isApproved());
    }
}
