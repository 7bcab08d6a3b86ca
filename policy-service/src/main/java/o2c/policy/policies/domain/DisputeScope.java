package o2c.policy.policies.domain;

/** What a dispute suspends: only the disputed part of the invoice, or all of it. */
public enum DisputeScope {
    DISPUTED_PART,
    WHOLE_INVOICE
}
