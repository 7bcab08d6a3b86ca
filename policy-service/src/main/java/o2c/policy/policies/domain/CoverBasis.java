package o2c.policy.policies.domain;

/** Whether the policy insures receivables with VAT or without. */
public enum CoverBasis {
    GROSS,
    NET
}
