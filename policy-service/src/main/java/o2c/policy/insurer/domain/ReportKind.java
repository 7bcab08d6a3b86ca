package o2c.policy.insurer.domain;

/** What a policy wants reported. */
public enum ReportKind {
    OVERDUE,
    ADVERSE_INFORMATION,
    EXTENSION,
    RESCHEDULING,
    INSOLVENCY,
    CHANGE_OF_TERMS
}
