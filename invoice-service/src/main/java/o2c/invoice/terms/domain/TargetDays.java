package o2c.invoice.terms.domain;

import java.time.LocalDate;
import java.util.Set;

/** Weekdays on which no euro payments move: New Year, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
final class TargetDays {

    private TargetDays() {}

    static Set<LocalDate> closedIn(int year) {
        LocalDate easter = easterSunday(year);
        return Set.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26));
    }

    /** The Gregorian rule in the form of Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int rare = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * rare + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
