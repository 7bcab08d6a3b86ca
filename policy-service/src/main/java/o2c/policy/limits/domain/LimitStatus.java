package o2c.policy.limits.domain;

/** Where a limit stands: what was decided last. */
public enum LimitStatus {
    REQUESTED,
    GRANTED,
    REDUCED,
    /** Nothing is covered until the insurer decides anew. */
    SUSPENDED,
    REFUSED,
    CANCELLED
}
