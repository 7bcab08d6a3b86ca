package o2c.policy.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.cover.Covers;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.policy.premiums.Declarations;
import o2c.policy.simulations.domain.Comparison;
import o2c.policy.simulations.domain.Comparison.MonthEnd;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobRun;

/** Plays the recorded history again under another policy. */
@ApplicationScoped
class PolicySimulation implements JobKind {

    static final String KIND = "policy-simulation";

    private final Covers covers;
    private final Policies policies;
    private final Declarations declarations;
    private final PastLosses losses;
    private final SimulationResults results;

    PolicySimulation(
            Covers covers, Policies policies, Declarations declarations, PastLosses losses, SimulationResults results) {
        this.covers = covers;
        this.policies = policies;
        this.declarations = declarations;
        this.losses = losses;
        this.results = results;
    }

    /** What is tried: clauses over those of the policy, for the month ends of a period. */
    record Asked(String policyId, JsonNode policy, LocalDate from, LocalDate to) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Asked asked = run.parameters(Asked.class);
        run.inBatch(() -> {
            results.keep(run.id(), compare(asked));
            run.commit(1, List.of());
        });
    }

    Comparison compare(Asked asked) {
        PolicyVersion other = policies.imagine(asked.policyId(), asked.policy());
        PolicyBook now = policies.book(AsKnown.NOW);
        PolicyBook imagined = now.with(other);
        Comparison.Collector collector = new Comparison.Collector(other.terms().currency());
        YearMonth month = YearMonth.from(asked.from());
        while (!month.atEndOfMonth().isAfter(asked.to())) {
            collector.monthEnd(at(month.atEndOfMonth(), now, imagined, other));
            month = month.plusMonths(1);
        }
        losses.of(asked.policyId(), asked.from(), asked.to(), other)
                .forEach(loss -> collector.loss(loss.lost(), loss.paid(), loss.imagined()));
        PolicyVersion current = policies.require(asked.policyId()).get(other.version() - 2);
        return collector.compare(
                declarations.premium(asked.policyId(), current.terms(), asked.from(), asked.to()),
                declarations.premium(asked.policyId(), other.terms(), asked.from(), asked.to()));
    }

    private MonthEnd at(LocalDate day, PolicyBook now, PolicyBook imagined, PolicyVersion other) {
        Money none = Money.zero(other.terms().currency());
        Money[] sums = {none, none, none};
        covers.each(now, day, AsKnown.NOW, cover -> {
            sums[0] = sums[0].plus(cover.outstanding());
            sums[1] = sums[1].plus(cover.uninsured());
        });
        covers.each(imagined, day, AsKnown.NOW, cover -> sums[2] = sums[2].plus(cover.uninsured()));
        return new MonthEnd(day, sums[0], sums[1], sums[2]);
    }
}
