package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.deadlines.domain.CoverDeadlines;

/**
 * Where a customer stands under one policy on a day.
 *
 * @param inForce whether the policy insures deliveries of that day
 * @param limit the limit in force, or null when there is none
 * @param outstanding what stands under this policy
 * @param deadlines the days that follow from the oldest unpaid receivable; null when nothing is unpaid or the policy
 *     is not in force
 * @param resumedOn the day on which the last stop ended, or null when cover never stopped
 */
public record PolicyStanding(
        String policyId,
        boolean inForce,
        Money limit,
        Money outstanding,
        CoverDeadlines deadlines,
        LocalDate resumedOn) {

    public Optional<CoverDeadlines> nextDeadlines() {
        return Optional.ofNullable(deadlines);
    }

    /** The same for a customer with so much outstanding. */
    PolicyStanding with(Money other) {
        return new PolicyStanding(policyId, inForce, limit, other, deadlines, resumedOn);
    }
}
