package o2c.policy.limits.domain;

/** What justifies a limit that the seller sets himself. */
public enum LimitBasis {
    /** The customer's own payments, by the policy's rule. */
    EXPERIENCE,
    /** A credit report; it holds for twelve months. */
    REPORT
}
