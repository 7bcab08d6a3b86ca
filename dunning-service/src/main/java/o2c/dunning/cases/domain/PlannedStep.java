package o2c.dunning.cases.domain;

import java.time.LocalDate;
import o2c.dunning.strategies.domain.StrategyStep;

/**
 * A step that will be taken if nothing happens in between.
 *
 * @param on the business day on which it will be taken
 * @param strategyVersion the version of the strategy that calls for it
 */
public record PlannedStep(LocalDate on, StrategyStep step, int strategyVersion) {}
