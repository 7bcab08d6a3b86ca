package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.cases.domain.Account;
import o2c.dunning.cases.domain.Explanation;
import o2c.dunning.cases.domain.Plan;
import o2c.dunning.cases.domain.PlannedStep;
import o2c.dunning.cases.domain.Reason;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.strategies.StrategyKeeping;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;

/** Tells what will be done about an invoice, and why something was done or not on a day. */
@ApplicationScoped
class Planning {

    private final Receivables receivables;
    private final StrategyKeeping strategies;
    private final StepsTaken stepsTaken;
    private final DunningRuns runs;
    private final Tenancy tenancy;

    Planning(
            Receivables receivables,
            StrategyKeeping strategies,
            StepsTaken stepsTaken,
            DunningRuns runs,
            Tenancy tenancy) {
        this.receivables = receivables;
        this.strategies = strategies;
        this.stepsTaken = stepsTaken;
        this.runs = runs;
        this.tenancy = tenancy;
    }

    /** A receivable with its steps behind and ahead. */
    record Outlook(Receivable receivable, List<StepsTaken.Taken> taken, List<PlannedStep> steps) {}

    /** The reason of a day, and the step that was taken on it, if one was. */
    record Answer(Explanation explanation, Optional<StepsTaken.Taken> taken) {}

    Outlook outlook(UUID invoiceId) {
        Receivable receivable = get(invoiceId);
        return new Outlook(
                receivable,
                stepsTaken.of(invoiceId),
                plan(receivables.accountOf(receivable), receivable).stepsFrom(runs.firstOpenDay()));
    }

    /** What is to come, read once for many receivables: the strategy of today, and the first day still to come. */
    record Ahead(StrategyVersion strategy, LocalDate from) {

        Optional<PlannedStep> next(Account account, Receivable receivable) {
            return account.planFor(receivable, strategy, BusinessCalendar.WEEKENDS_ONLY)
                    .nextFrom(from);
        }
    }

    Ahead ahead() {
        return new Ahead(strategies.inForceOn(tenancy.today()), runs.firstOpenDay());
    }

    Answer why(UUID invoiceId, LocalDate day) {
        Receivable receivable = get(invoiceId);
        Optional<StepsTaken.Taken> taken = stepsTaken.of(invoiceId).stream()
                .filter(step -> step.on().equals(day))
                .findFirst();
        if (taken.isPresent()) {
            return new Answer(new Explanation(Reason.STEP_TAKEN, Optional.empty(), Optional.empty()), taken);
        }
        Explanation explanation =
                day.isBefore(runs.firstOpenDay()) ? lookBack(receivable, day) : lookAhead(receivable, day);
        return new Answer(explanation, Optional.empty());
    }

    /** As the run of that day saw it. */
    private Explanation lookBack(Receivable receivable, LocalDate day) {
        Account then = receivables.accountAtOpening(receivable.account(), day);
        return then.receivables().stream()
                .filter(one -> one.invoiceId().equals(receivable.invoiceId()))
                .findFirst()
                .map(one -> then.planFor(one, strategies.inForceOn(day), BusinessCalendar.WEEKENDS_ONLY)
                        .explain(day))
                .orElse(new Explanation(Reason.NOT_KNOWN_YET, Optional.empty(), Optional.empty()));
    }

    /** As it will be if nothing happens in between. */
    private Explanation lookAhead(Receivable receivable, LocalDate day) {
        return plan(receivables.accountOf(receivable), receivable).foresee(day, runs.firstOpenDay());
    }

    private Plan plan(Account account, Receivable receivable) {
        return account.planFor(receivable, strategies.inForceOn(tenancy.today()), BusinessCalendar.WEEKENDS_ONLY);
    }

    private Receivable get(UUID invoiceId) {
        return receivables
                .find(invoiceId)
                .orElseThrow(() -> RuleBroken.notFound("invoice-unknown", "there is no such invoice"));
    }
}
