package o2c.runtime.derive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import o2c.runtime.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/derivations")
@Tag(name = "Operation")
class DerivationResource {

    private final Deriver deriver;
    private final Caller caller;

    DerivationResource(Deriver deriver, Caller caller) {
        this.deriver = deriver;
        this.caller = caller;
    }

    /** How many customers' derived state was computed. */
    record Derived(int customers) {}

    @POST
    @RolesAllowed("operate")
    @Operation(
            operationId = "deriveNow",
            summary = "Compute derived state of all marked customers now",
            description =
                    "Otherwise this happens by itself; the test clock calls it at points of rest. Scope: operate.")
    public Derived derive() {
        return new Derived(deriver.deriveAll(caller.tenant()));
    }
}
