package o2c.credit.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import o2c.credit.checks.domain.CreditCheck;
import o2c.credit.checks.domain.Simulation;
import o2c.credit.checks.domain.Simulation.Outcome;
import o2c.credit.holds.HoldRuleDefinition;
import o2c.credit.holds.domain.HoldRule;
import o2c.credit.holds.domain.HoldRules;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Other rules tried on what really happened. */
@Path("/v1/simulations")
@Tag(name = "Hold rules")
class SimulationResource {

    private static final int CHUNK = 500;
    private static final int MOST_CHECKS = 20_000;

    private final CheckBooks books;

    SimulationResource(CheckBooks books) {
        this.books = books;
    }

    /** One rule of those to try. */
    @Schema(name = "ProposedHoldRule")
    record Proposed(@NotBlank String ruleId, @NotNull @Valid HoldRuleDefinition rule) {}

    /**
     * What to try.
     *
     * @param from first business date of the checks, {@code to} the last
     * @param holdRules take the place of all the tenant's rules; standard rules stay unless one has their id
     */
    @Schema(
            example = "{\"from\":\"2026-01-01\",\"to\":\"2026-03-31\",\"holdRules\":[{\"ruleId\":\"late\",\"rule\":{"
                    + "\"effectiveFrom\":\"2026-01-01\",\"effect\":\"refer\",\"conditions\":[{\"measure\":"
                    + "\"oldest-overdue-days\",\"comparison\":\"more-than\",\"value\":\"45\"}]}}]}")
    record Trial(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Size(max = 100) List<@NotNull @Valid Proposed> holdRules) {

        HoldRules rules() {
            return HoldRules.of(IntStream.range(0, holdRules.size())
                    .mapToObj(i -> rule(i, holdRules.get(i)))
                    .toList());
        }

        private static HoldRule rule(int index, Proposed proposed) {
            try {
                return proposed.rule().version(proposed.ruleId(), 0);
            } catch (RuleBroken refusal) {
                throw refusal.at("/holdRules/" + index + "/rule" + refusal.pointer());
            }
        }
    }

    @POST
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "simulateHoldRules",
            summary = "Decide recorded checks again under other hold rules",
            description = "Each check is decided on the facts of its moment; only the hold rules are others. Stores"
                    + " nothing. Refusals: 400 period-reversed and those of hold rules; 422 too-many-checks (more than"
                    + " 20000 in the period). Scope: credit:read.")
    public Outcome simulate(@NotNull @Valid Trial trial) {
        if (trial.to().isBefore(trial.from())) {
            throw RuleBroken.invalid("period-reversed", "to lies before from").at("/to");
        }
        Simulation simulation = new Simulation(trial.rules());
        UUID after = new UUID(0, 0);
        List<CreditCheck> some;
        do {
            some = books.answeredBetween(trial.from(), trial.to(), after, CHUNK);
            some.forEach(simulation::add);
            after = some.isEmpty() ? after : some.get(some.size() - 1).checkId();
            if (simulation.outcome().checks() > MOST_CHECKS) {
                throw RuleBroken.refused("too-many-checks", "a shorter period, please")
                        .at("/from");
            }
        } while (some.size() == CHUNK);
        return simulation.outcome();
    }
}
