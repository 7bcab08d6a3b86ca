package o2c.policy.limits.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * What the insurer (or, on a discretionary limit, the seller) says.
 *
 * @param amount null = the amount asked for when granted, zero when refused or cancelled
 * @param conditions what the insurer asks for in return, or null
 * @param effectiveFrom null = the day asked for on the first decision, else the business day
 */
public record LimitDecision(
        LimitStatus decision,
        Money amount,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String reason,
        String conditions) {

    public LimitDecision(
            LimitStatus decision, Money amount, LocalDate effectiveFrom, LocalDate effectiveTo, String reason) {
        this(decision, amount, effectiveFrom, effectiveTo, reason, null);
    }
}
