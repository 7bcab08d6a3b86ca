package o2c.policy.limits.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * One decision on a limit. It replaces all earlier decisions from {@code effectiveFrom} on; the days before stay.
 *
 * @param number 1, 2, 3 … in the order in which they were decided
 * @param decision granted, reduced, suspended, refused or cancelled
 * @param amount zero when suspended, refused or cancelled
 * @param effectiveTo last day in force, or null = until changed
 * @param conditions what the insurer asks for in return, or null
 */
public record LimitEntry(
        int number,
        LimitStatus decision,
        Money amount,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String reason,
        String conditions) {

    public LimitEntry(
            int number,
            LimitStatus decision,
            Money amount,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            String reason) {
        this(number, decision, amount, effectiveFrom, effectiveTo, reason, null);
    }
}
