package o2c.dunning.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.dunning.tones.domain.Manner;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Money;

/**
 * The steps that are still to come for one receivable. A pure function of the strategy, the receivable and the day:
 * what it says happens, if nothing happens in between. No level is skipped, never two steps fall on one day, and a
 * missed run goes on with the next step. The courtesy alone lapses: it has no meaning after the due day.
 *
 * @param net what the account owes after cash on account, this receivable included
 * @param manner what sets the tone towards the customer
 */
public record Plan(
        StrategyVersion strategy, BusinessCalendar calendar, Receivable receivable, Money net, Manner manner) {

    /** All steps from a day on, in order; empty while something stands in the way. */
    public List<PlannedStep> stepsFrom(LocalDate day) {
        List<PlannedStep> steps = new ArrayList<>();
        if (obstacle().isPresent()) {
            return steps;
        }
        Progress progress = receivable.progress();
        for (StrategyStep step : strategy.content().stepsAfter(progress.level())) {
            LocalDate on = dayOf(progress, step, day);
            if (step.isCourtesy() && !isCourtesyOn(step, on)) {
                continue;
            }
            if (!step.isWorthwhileFor(net) || isHeldUp(step, day)) {
                return steps;
            }
            steps.add(new PlannedStep(on, step, strategy.version(), manner.toneOf(step, net)));
            progress = progress.after(step, on);
        }
        return steps;
    }

    /** The first business day on which nothing keeps the step from being taken. */
    private LocalDate dayOf(Progress progress, StrategyStep step, LocalDate day) {
        LocalDate on = calendar.onOrAfter(progress.earliestFor(step, earliestFor(step, day)));
        LocalDate free = receivable.notPausedFrom(on);
        return free.equals(on) ? on : calendar.onOrAfter(free);
    }

    /** The step to be taken on this very day. */
    public Optional<PlannedStep> stepOn(LocalDate day) {
        return nextFrom(day).filter(planned -> planned.on().equals(day));
    }

    public Optional<PlannedStep> nextFrom(LocalDate day) {
        return stepsFrom(day).stream().findFirst();
    }

    /** Why there is a step on this day, or none, told from the facts the run of that day could know. */
    public Explanation explain(LocalDate day) {
        if (!receivable.terms().knownOn().isBefore(day)) {
            return Explanation.because(Reason.NOT_KNOWN_YET);
        }
        Optional<Reason> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return Explanation.because(obstacle.get());
        }
        Optional<PlannedStep> next = nextFrom(day);
        return stepToCome(day)
                .map(step -> Explanation.because(reasonFor(step, day, next), step, next))
                .orElse(Explanation.because(Reason.LAST_LEVEL_REACHED));
    }

    /** What a day to come will bring if nothing happens in between; steps can be taken from {@code from} on. */
    public Explanation foresee(LocalDate day, LocalDate from) {
        List<PlannedStep> steps = stepsFrom(from);
        if (steps.isEmpty()) {
            return explain(day);
        }
        Optional<PlannedStep> next =
                steps.stream().filter(step -> !step.on().isBefore(day)).findFirst();
        if (next.isPresent()) {
            Reason reason = next.get().on().equals(day) ? Reason.STEP_PLANNED : Reason.NEXT_STEP_LATER;
            return Explanation.because(reason, next.get().step(), next);
        }
        int reached = steps.get(steps.size() - 1).step().level();
        return strategy.content().stepsAfter(reached).stream()
                .findFirst()
                .map(step -> Explanation.because(Reason.BELOW_MINIMUM_AMOUNT, step, Optional.empty()))
                .orElse(Explanation.because(Reason.LAST_LEVEL_REACHED));
    }

    private Reason reasonFor(StrategyStep step, LocalDate day, Optional<PlannedStep> next) {
        if (next.filter(planned -> planned.on().equals(day)).isPresent()) {
            return Reason.STEP_DUE;
        }
        if (step.dayFor(receivable.terms().dueOn()).isAfter(day)) {
            return Reason.NEXT_STEP_LATER;
        }
        Optional<Pause> pause = receivable.pausedOn(day);
        if (pause.isPresent()) {
            return pause.get().kind().reason();
        }
        if (isHeldUp(step, day)) {
            return Reason.OVERDUE_NOT_DECLARED;
        }
        if (!step.isWorthwhileFor(net)) {
            return Reason.BELOW_MINIMUM_AMOUNT;
        }
        if (receivable.progress().earliestFor(step, day).isAfter(day)) {
            return Reason.MINIMUM_INTERVAL;
        }
        return calendar.isBusinessDay(day) ? Reason.NEXT_STEP_LATER : Reason.NO_BUSINESS_DAY;
    }

    /** What stops every step of this receivable, whatever the day. */
    private Optional<Reason> obstacle() {
        if (receivable.isSettled()) {
            return Optional.of(Reason.SETTLED);
        }
        if (receivable.isWhollyDisputed()) {
            return Optional.of(Reason.WHOLLY_DISPUTED);
        }
        return net.isPositive() ? Optional.empty() : Optional.of(Reason.NET_CREDIT_BALANCE);
    }

    private Optional<StrategyStep> stepToCome(LocalDate day) {
        return strategy.content().stepsAfter(receivable.progress().level()).stream()
                .filter(step -> !step.isCourtesy() || isCourtesyOn(step, calendar.onOrAfter(earliestFor(step, day))))
                .findFirst();
    }

    private LocalDate earliestFor(StrategyStep step, LocalDate day) {
        LocalDate afterKnown = receivable.terms().knownOn().plusDays(1);
        LocalDate planned = Progress.later(
                Progress.later(day, afterKnown), step.dayFor(receivable.terms().dueOn()));
        return step.isCourtesy()
                ? planned
                : Progress.later(planned, receivable.terms().payableOn().plusDays(1));
    }

    /** A courtesy comes by the due day, and only when its day had not passed when the receivable became known. */
    private boolean isCourtesyOn(StrategyStep step, LocalDate on) {
        LocalDate planned = calendar.onOrAfter(step.dayFor(receivable.terms().dueOn()));
        return planned.isAfter(receivable.terms().knownOn())
                && !on.isAfter(receivable.terms().dueOn());
    }

    /** After the last day for payment a step needs the ledger's word that the receivable is overdue. */
    private boolean isHeldUp(StrategyStep step, LocalDate day) {
        return !step.isCourtesy() && day.isAfter(receivable.terms().payableOn()) && !receivable.isOverdue();
    }
}
