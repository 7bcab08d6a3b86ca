package o2c.runtime.backlog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/backlog")
@Tag(name = "Operation")
class BacklogResource {

    private final Backlog backlog;

    BacklogResource(Backlog backlog) {
        this.backlog = backlog;
    }

    @GET
    @RolesAllowed("operate")
    @Reads
    @Operation(
            operationId = "readBacklog",
            summary = "What of the tenant's work still waits in this service",
            description = "Unsent events, events heard per publisher, consumer lag, parked events, marked customers and"
                    + " open jobs, all of one moment. Scope: operate.")
    public Backlog.Snapshot read() {
        return backlog.now();
    }
}
