package o2c.credit.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import o2c.credit.checks.ReferralQueue.Quality;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How well decisions are made. */
@Path("/v1/decision-quality")
@Tag(name = "Credit checks")
class DecisionQualityResource {

    private final ReferralQueue queue;

    DecisionQualityResource(ReferralQueue queue) {
        this.queue = queue;
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getDecisionQuality",
            summary = "How many orders were decided without a person, and how fast persons decided",
            description = "Checks of orders and shipments answered from one business date to another, both included."
                    + " straightThroughShare is percent; medianHours counts real hours from a held check to its"
                    + " release. Refusals: 400 date-malformed, period-reversed. Scope: credit:read.")
    public Quality quality(@NotNull @QueryParam("from") LocalDate from, @NotNull @QueryParam("to") LocalDate to) {
        if (to.isBefore(from)) {
            throw RuleBroken.invalid("period-reversed", "to lies before from").at("/query/to");
        }
        return queue.between(from, to);
    }
}
