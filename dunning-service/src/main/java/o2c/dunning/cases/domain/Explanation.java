package o2c.dunning.cases.domain;

import java.util.Optional;
import o2c.dunning.strategies.domain.StrategyStep;

/**
 * The answer to "why was there a step on this day, or none".
 *
 * @param step the step it is about: the one taken, or the next one
 * @param next the next step with its day, when one is planned
 */
public record Explanation(Reason reason, Optional<StrategyStep> step, Optional<PlannedStep> next) {

    static Explanation because(Reason reason) {
        return new Explanation(reason, Optional.empty(), Optional.empty());
    }

    static Explanation because(Reason reason, StrategyStep step, Optional<PlannedStep> next) {
        return new Explanation(reason, Optional.of(step), next);
    }
}
