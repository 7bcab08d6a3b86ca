package o2c.policy.clauses.domain;

/** What a premium rate is applied to. */
public enum PremiumBasis {
    /** The insured turnover of the policy year, without VAT. */
    TURNOVER,
    /** The sum of the balances outstanding at the end of each month. */
    OUTSTANDING
}
