package o2c.policy.limits.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * One decision on a limit. It replaces all earlier decisions from {@code effectiveFrom} on; the days before stay.
 *
 * @param number 1, 2, 3 … in the order in which they were decided
 * @param decision granted, reduced, refused or cancelled
 * @param amount zero when refused or cancelled
 * @param effectiveTo last day in force, or null = until changed
 */
public record LimitEntry(
        int number,
        LimitStatus decision,
        Money amount,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String reason) {}
