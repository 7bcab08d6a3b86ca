package o2c.policy.deadlines;

/** What must happen by a deadline. */
enum DeadlineKind {
    /** Deliveries from this day on are not insured. */
    STOP,
    /** The insurer must have been told of the overdue. */
    REPORT,
    /** The receivable must have gone to collection. */
    HAND_OVER,
    /** A claim must have been filed. */
    CLAIM
}
