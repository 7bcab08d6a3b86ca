package o2c.runtime.approvals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that a second person must agree to.
 *
 * @param kind whose business it is; an {@link ApprovalHandler} of that kind acts on the decision
 * @param subject id of the thing it is about
 * @param details as given with the request
 * @param dueAt when a decision is expected, or null
 * @param decidedBy null while open
 */
public record Approval(
        UUID id,
        String kind,
        String subject,
        JsonNode details,
        Status status,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        String decidedBy,
        Instant decidedAt,
        String reason) {

    /** Where an approval stands. */
    public enum Status {
        OPEN,
        APPROVED,
        DECLINED
    }

    /** Whether the second person agreed. */
    @Schema(hidden = true)
    public boolean isApproved() {
        return status == Status.APPROVED;
    }
}
