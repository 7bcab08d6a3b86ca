package o2c.dunning.cases.domain;

import java.time.LocalDate;
import o2c.contracts.DunningEvent.StepTaken;
import o2c.dunning.strategies.domain.StrategyStep;

/** A step that is taken for a receivable on the day of the run. */
public record DueStep(Receivable receivable, PlannedStep planned) {

    public int level() {
        return planned.step().level();
    }

    public StepTaken takenOn(LocalDate day) {
        StrategyStep step = planned.step();
        return new StepTaken(
                receivable.invoiceId(),
                receivable.account().customerId(),
                receivable.account().sellerId(),
                receivable.invoiceNumber(),
                day,
                step.level(),
                step.name(),
                step.channel().code(),
                planned.tone().code(),
                planned.strategyVersion());
    }
}
