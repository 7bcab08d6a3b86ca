package o2c.runtime.approvals;

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
import java.util.Optional;
import java.util.UUID;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/approvals")
@Tag(name = "Approvals")
class ApprovalResource {

    private final Approvals approvals;

    ApprovalResource(Approvals approvals) {
        this.approvals = approvals;
    }

    /** What the second person says. */
    record Judgement(
            @NotNull Outcome decision, @Size(max = 1000) String reason) {}

    enum Outcome {
        APPROVED,
        DECLINED
    }

    @GET
    @RolesAllowed({"${o2c.publisher}:read", "${o2c.publisher}:approve"})
    @Reads
    @Operation(
            operationId = "listApprovals",
            summary = "What waits for a second person, oldest first",
            description = "Filter: status (open, approved, declined). Refusals: 400 value-unknown, limit-out-of-range,"
                    + " cursor-malformed. Scope: the service's read or approve.")
    public Page<Approval> list(@BeanParam Paging paging, @QueryParam("status") Approval.Status status) {
        Optional<UUID> after = paging.afterId();
        return Page.of(
                approvals.list(Optional.ofNullable(status), after, paging.limit() + 1),
                paging.limit(),
                approval -> approval.id().toString());
    }

    @GET
    @Path("/{approvalId}")
    @RolesAllowed({"${o2c.publisher}:read", "${o2c.publisher}:approve"})
    @Reads
    @Operation(
            operationId = "readApproval",
            summary = "One approval",
            description = "Refusals: 404 approval-unknown. Scope: the service's read or approve.")
    public Approval one(@PathParam("approvalId") UUID approvalId) {
        return approvals.find(approvalId);
    }

    @POST
    @Path("/{approvalId}/decision")
    @RolesAllowed("${o2c.publisher}:approve")
    @Writes
    @Operation(
            operationId = "decideApproval",
            summary = "Approve or decline what somebody else asked for",
            description =
                    "Refusals: 403 four-eyes (own request), 404 approval-unknown, 409 already-decided, and those of"
                            + " what is approved. Scope: the service's approve.")
    public Approval decide(@PathParam("approvalId") UUID approvalId, @NotNull @Valid Judgement judgement) {
        return approvals.decide(approvalId, judgement.decision() == Outcome.APPROVED, judgement.reason());
    }
}
