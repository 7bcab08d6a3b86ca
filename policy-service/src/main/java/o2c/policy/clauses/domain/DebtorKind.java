package o2c.policy.clauses.domain;

/** What a customer is, where a policy leaves some out. */
public enum DebtorKind {
    BUSINESS,
    CONSUMER,
    PUBLIC_BODY
}
