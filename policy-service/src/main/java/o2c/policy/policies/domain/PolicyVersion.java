package o2c.policy.policies.domain;

import o2c.contracts.PolicyEvent.PolicyActivated;

/**
 * One version of a policy. A later version replaces the earlier ones from its {@code validFrom} on and leaves the days
 * before as they were: a renewal, an addendum in mid-year and an early end are all just the next version.
 *
 * @param version 1, 2, 3 … in the order in which they were agreed
 */
public record PolicyVersion(String policyId, int version, PolicyTerms terms) {

    /** The fact to announce. */
    public PolicyActivated activated() {
        return new PolicyActivated(policyId, version, terms.validFrom(), terms.validTo(), terms.insuredPercentage());
    }
}
