package o2c.dunning.strategies.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.RuleBroken;

/**
 * What a strategy says: its steps, from the courtesy to the last decision. Only sound content exists; the refusals are
 * {@code steps-missing}, {@code minimum-negative}, {@code courtesy-not-before-due}, {@code levels-not-ascending},
 * {@code steps-not-in-order} and {@code interval-too-short}, each naming the step.
 *
 * @param name what people call it, such as "Standard B2B"
 */
public record StrategyContent(String name, List<StrategyStep> steps) {

    /** Days between two written steps to the same customer; the courtesy is not counted. */
    public static final int WRITTEN_INTERVAL_DAYS = 6;

    public StrategyContent {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw RuleBroken.refused("steps-missing", "a strategy has at least one step")
                    .at("/steps");
        }
        for (int i = 0; i < steps.size(); i++) {
            checkAlone(steps, i);
            if (i > 0) {
                checkAfter(steps, i);
            }
        }
        checkIntervals(steps);
    }

    /** The steps that come after a level, in order. */
    public List<StrategyStep> stepsAfter(int level) {
        return steps.stream().filter(step -> step.level() > level).toList();
    }

    /** The latest due day that matters on a day: everything overdue, and what a courtesy may be about. */
    public LocalDate lastDueDayOn(LocalDate day) {
        return day.plusDays(Math.max(0, -steps.get(0).daysFromDue()));
    }

    public StrategyStep lastStep() {
        return steps.get(steps.size() - 1);
    }

    private static void checkAlone(List<StrategyStep> steps, int i) {
        StrategyStep step = steps.get(i);
        if (step.minimumAmount().signum() < 0) {
            throw fault("minimum-negative", "a minimum amount is zero or more", i, "minimumAmount");
        }
        if (step.level() < 0 || step.isCourtesy() != step.daysFromDue() < 0) {
            throw fault("courtesy-not-before-due", "level 0, and only level 0, is before the due day", i, "level");
        }
    }

    private static void checkAfter(List<StrategyStep> steps, int i) {
        StrategyStep before = steps.get(i - 1);
        StrategyStep step = steps.get(i);
        if (step.level() <= before.level()) {
            throw fault("levels-not-ascending", "each level is higher than the one before", i, "level");
        }
        if (step.daysFromDue() <= before.daysFromDue()) {
            throw fault("steps-not-in-order", "each step is later than the one before", i, "daysFromDue");
        }
    }

    private static void checkIntervals(List<StrategyStep> steps) {
        StrategyStep written = null;
        for (int i = 0; i < steps.size(); i++) {
            StrategyStep step = steps.get(i);
            if (!step.isWrittenReminder()) {
                continue;
            }
            if (written != null && step.daysFromDue() - written.daysFromDue() < WRITTEN_INTERVAL_DAYS) {
                throw fault(
                        "interval-too-short",
                        "at least " + WRITTEN_INTERVAL_DAYS + " days lie between two written steps",
                        i,
                        "daysFromDue");
            }
            written = step;
        }
    }

    private static RuleBroken fault(String code, String detail, int step, String field) {
        return RuleBroken.refused(code, detail).at("/steps/" + step + "/" + field);
    }
}
