package o2c.dunning.cases.domain;

import java.time.LocalDate;
import o2c.dunning.strategies.domain.StrategyContent;
import o2c.dunning.strategies.domain.StrategyStep;

/**
 * How far dunning of one receivable got.
 *
 * @param level the highest level taken, −1 when none
 * @param lastStepOn the day of the last step, or null
 * @param lastWrittenOn the day of the last written reminder (the courtesy is not counted), or null
 */
public record Progress(int level, LocalDate lastStepOn, LocalDate lastWrittenOn) {

    public static final Progress NONE = new Progress(-1, null, null);

    /** The first day on which this step may follow: never two on one day, and no written step too soon. */
    LocalDate earliestFor(StrategyStep step, LocalDate from) {
        LocalDate earliest = from;
        if (lastStepOn != null) {
            earliest = later(earliest, lastStepOn.plusDays(1));
        }
        if (step.isWrittenReminder() && lastWrittenOn != null) {
            earliest = later(earliest, lastWrittenOn.plusDays(StrategyContent.WRITTEN_INTERVAL_DAYS));
        }
        return earliest;
    }

    public Progress after(StrategyStep step, LocalDate on) {
        return new Progress(step.level(), on, step.isWrittenReminder() ? on : lastWrittenOn);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
