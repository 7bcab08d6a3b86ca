package o2c.dunning.cases.domain;

import java.time.LocalDate;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.Tone;

/**
 * A step that will be taken if nothing happens in between.
 *
 * @param on the business day on which it will be taken
 * @param strategyVersion the version of the strategy that calls for it
 * @param tone how it sounds to this customer
 */
public record PlannedStep(LocalDate on, StrategyStep step, int strategyVersion, Tone tone) {

    /** One that keeps the tone of its step. */
    public PlannedStep(LocalDate on, StrategyStep step, int strategyVersion) {
        this(on, step, strategyVersion, step.tone());
    }
}
