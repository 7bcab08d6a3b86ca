package o2c.invoice.terms.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import o2c.kernel.BusinessCalendar;

/** Whether the last day for payment moves when the agreed day is no bank business day (as DE § 193 BGB demands). */
public enum HolidayShift {
    /** It stays. */
    NONE,
    /** It moves to the next day that is neither Saturday, Sunday, TARGET closing day nor one of the terms' holidays. */
    FOLLOWING;

    /** The last day on which payment is in time. */
    LocalDate payableOn(LocalDate dueOn, Set<LocalDate> holidays) {
        if (this == NONE) {
            return dueOn;
        }
        Set<LocalDate> closed = new HashSet<>(holidays);
        closed.addAll(TargetDays.closedIn(dueOn.getYear()));
        closed.addAll(TargetDays.closedIn(dueOn.getYear() + 1));
        return new BusinessCalendar(closed).onOrAfter(dueOn);
    }
}
