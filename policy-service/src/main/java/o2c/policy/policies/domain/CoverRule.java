package o2c.policy.policies.domain;

/** How a limit is shared out over the receivables of one customer. */
public enum CoverRule {
    /** Oldest first up to the limit of the day; room that a payment makes slides to younger receivables. */
    SILO,
    /** Set once on the day of delivery and never topped up. */
    FIXED,
    /** Every receivable in the same proportion. */
    PRO_RATA
}
