package o2c.policy.policies.domain;

/** What a dispute suspends: the disputed part of the invoice, all of the invoice, or everything the buyer owes. */
public enum DisputeScope {
    DISPUTED_PART,
    WHOLE_INVOICE,
    BUYER
}
