package o2c.policy.limits.domain;

import java.time.LocalDate;

/**
 * A buyer that a policy does not insure, by name.
 *
 * @param policyId the policy, or null for all
 * @param to last day, or null = until further notice
 */
public record Exclusion(String policyId, LocalDate from, LocalDate to) {

    public boolean holds(String policy, LocalDate day) {
        return (policyId == null || policyId.equals(policy)) && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
