package o2c.dunning.rates.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** Public holidays by law, from the shipped file: a day of the year, or a number of days after Easter Sunday. */
public record Holidays(List<Holiday> rows) {

    private static final String EASTER = "easter+";

    public Holidays {
        rows = List.copyOf(rows);
    }

    /** One holiday: {@code 12-25}, or {@code easter+1}. */
    public record Holiday(Jurisdiction jurisdiction, String rule) {

        boolean isOn(LocalDate day) {
            return rule.startsWith(EASTER)
                    ? easter(day.getYear())
                            .plusDays(Integer.parseInt(rule.substring(EASTER.length())))
                            .equals(day)
                    : MonthDay.parse("--" + rule).equals(MonthDay.from(day));
        }
    }

    /** Reads the shipped file. */
    public static Holidays read(List<String> lines) {
        return new Holidays(ShippedLines.in(lines)
                .map(field -> new Holiday(Jurisdiction.valueOf(field[0]), field[1]))
                .toList());
    }

    public boolean isHoliday(Jurisdiction jurisdiction, LocalDate day) {
        return rows.stream().anyMatch(row -> row.jurisdiction == jurisdiction && row.isOn(day));
    }

    /** Easter Sunday of the Gregorian calendar. */
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int week = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
        int shift = (golden + 11 * moon + 22 * week) / 451;
        int sum = moon + week - 7 * shift + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
