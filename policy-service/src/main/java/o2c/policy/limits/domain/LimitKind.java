package o2c.policy.limits.domain;

/** Who set a limit. The order is the order of precedence: an insurer's decision, zero included, ends blind cover. */
public enum LimitKind {
    /** Decided by the insurer, in force until changed. */
    INSURER,
    /** Decided by the insurer for a while; the higher of this and the lasting limit counts. */
    TEMPORARY,
    /** Set by the seller within the policy's discretionary amount. */
    DISCRETIONARY
}
