package o2c.dunning.agreements.domain;

import java.time.LocalDate;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Money;

/**
 * How much later and how much less than agreed still counts as kept.
 *
 * @param bankDays business days after the agreed day
 * @param amount what may be missing
 */
public record Grace(int bankDays, Money amount) {

    /** The last day on which money is still in time for that day. */
    public LocalDate lastDayFor(LocalDate agreedOn) {
        LocalDate day = agreedOn;
        for (int i = 0; i < bankDays; i++) {
            day = BusinessCalendar.WEEKENDS_ONLY.onOrAfter(day.plusDays(1));
        }
        return day;
    }

    public boolean isEnough(Money received, Money agreed) {
        return !agreed.minus(amount).exceeds(received);
    }
}
