package o2c.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The business days of one country or tenant.
 *
 * @param holidays days that are no business days besides Saturday and Sunday
 */
public record BusinessCalendar(Set<LocalDate> holidays) {

    /** Only Saturday and Sunday are free. */
    public static final BusinessCalendar WEEKENDS_ONLY = new BusinessCalendar(Set.of());

    public BusinessCalendar {
        holidays = Set.copyOf(holidays);
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The day itself when it is a business day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isBusinessDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
