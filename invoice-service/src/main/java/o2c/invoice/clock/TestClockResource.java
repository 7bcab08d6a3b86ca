package o2c.invoice.clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The clock of a sandbox tenant: it moves the business day of all four services. */
@Path("/v1/test-clock")
@Tag(name = "Test clock")
class TestClockResource {

    private final TestClock clock;
    private final Caller caller;

    TestClockResource(TestClock clock, Caller caller) {
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * How to move the clock: exactly one of the two.
     *
     * @param setTo any day, while the tenant has no entries
     * @param advanceTo a later day; every day up to it opens in all four services
     */
    record ClockMove(LocalDate setTo, LocalDate advanceTo) {}

    /**
     * Where the clock stands.
     *
     * @param settled whether nothing is under way between the services
     * @param jobId the advance that is running, if any
     */
    record ClockView(LocalDate date, boolean settled, UUID jobId) {}

    @GET
    @RolesAllowed("sandbox")
    @Operation(
            operationId = "readTestClock",
            summary = "Where the test clock stands",
            description = "settled is true when no day is being opened and no event, job or derivation waits in any of"
                    + " the four services. Scope: sandbox.")
    public ClockView read() {
        return clock.view(caller.tenant());
    }

    @POST
    @RolesAllowed("sandbox")
    @Operation(
            operationId = "moveTestClock",
            summary = "Set or advance the test clock",
            description = "setTo works while the tenant is empty and answers 200. advanceTo answers 202 with a job that"
                    + " opens day after day in the phases invoice, credit, policy, dunning and is"
                    + " completed when the last"
                    + " phase has drained; repeating it for the same day does no harm. Refusals: 400"
                    + " clock-move-unclear,"
                    + " 409 not-a-sandbox, 409 test-clock-in-use, 409 clock-is-moving, 422 clock-backwards."
                    + " Scope: sandbox.")
    public RestResponse<?> move(@NotNull ClockMove move) {
        if ((move.setTo() == null) == (move.advanceTo() == null)) {
            throw RuleBroken.invalid("clock-move-unclear", "give either setTo or advanceTo");
        }
        if (move.setTo() != null) {
            clock.set(caller.tenant(), move.setTo());
            return Answer.ok(clock.view(caller.tenant()));
        }
        return Answer.accepted(clock.advance(caller.tenant(), move.advanceTo()));
    }
}
