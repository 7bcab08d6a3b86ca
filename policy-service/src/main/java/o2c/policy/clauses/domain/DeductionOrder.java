package o2c.policy.clauses.domain;

/** When the deduction per claim is taken. */
public enum DeductionOrder {
    /** From the covered loss, before the insured percentage. */
    BEFORE,
    /** From the insured percentage of the covered loss. */
    AFTER
}
