package o2c.runtime.day;

import java.time.LocalDate;

/**
 * Work of any size that a new business day brings. It is done a part at a time, the first part in the transaction that
 * opens the day, every other in one of its own; after a crash it goes on where the last part ended. Several run in the
 * order of their {@code @Priority}, after all of {@link DayOpening}.
 */
public interface DaySweep {

    /** Does the next part; false when nothing is left for that day. What is done must show in the tables. */
    boolean some(LocalDate day);
}
