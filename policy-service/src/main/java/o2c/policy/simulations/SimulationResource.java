package o2c.policy.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.Policies;
import o2c.policy.simulations.PolicySimulation.Asked;
import o2c.policy.simulations.domain.Comparison;
import o2c.runtime.http.Answer;
import o2c.runtime.jobs.Jobs;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/simulations")
@Tag(name = "Simulations")
class SimulationResource {

    private static final int MOST_MONTHS = 36;
    private static final String EXAMPLE = """
            {"policyId":"pol-2026","from":"2025-01-01","to":"2025-12-31",
             "policy":{"insuredPercentage":"95.00","maxTermDays":120,"premium":{"basis":"turnover","rate":"0.25"}}}""";

    private final Jobs jobs;
    private final Policies policies;
    private final SimulationResults results;

    SimulationResource(Jobs jobs, Policies policies, SimulationResults results) {
        this.jobs = jobs;
        this.policies = policies;
        this.results = results;
    }

    /** The policy that is tried: its fields as for PUT /v1/policies/{policyId}, over those of policyId. */
    record SimulationBody(
            @NotNull String policyId,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Schema(implementation = Object.class) JsonNode policy) {}

    @POST
    @RolesAllowed("policy:read")
    @Writes(keyRequired = false)
    @Operation(
            operationId = "simulatePolicy",
            summary = "What would another policy have meant over the recorded history?",
            description = "Starts a job; GET /v1/simulations/{jobId} answers when it is completed: at each month end"
                    + " within from and to (at most 36 months) what was and would have been uninsured, the peaks, the"
                    + " premium and the indemnity on the settled claims, and beside both what it would have cost"
                    + " to bear"
                    + " every loss oneself. Nothing is agreed on. Refusals: 422 policy-unknown, 400 policy-malformed,"
                    + " period-reversed, period-out-of-range and those of the clauses. Scope: policy:read.")
    public RestResponse<Void> simulate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "more for more", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    SimulationBody body) {
        if (body.to().isBefore(body.from())) {
            throw RuleBroken.invalid("period-reversed", "the period ends before it begins")
                    .at("/to");
        }
        if (ChronoUnit.MONTHS.between(body.from(), body.to()) > MOST_MONTHS) {
            throw RuleBroken.invalid("period-out-of-range", "at most " + MOST_MONTHS + " months")
                    .at("/to");
        }
        policies.imagine(body.policyId(), body.policy());
        return Answer.accepted(
                jobs.start(PolicySimulation.KIND, new Asked(body.policyId(), body.policy(), body.from(), body.to())));
    }

    @GET
    @Path("/{simulationId}")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getSimulation",
            summary = "What a simulation found",
            description = "simulationId is the id of its job. Refusals: 404 simulation-unknown while it runs or when"
                    + " there is none. Scope: policy:read.")
    public Comparison get(@PathParam("simulationId") UUID simulationId) {
        return results.find(simulationId)
                .orElseThrow(() ->
                        RuleBroken.notFound("simulation-unknown", "there is no result of simulation " + simulationId));
    }
}
