package o2c.policy.cover.domain;

import o2c.kernel.Money;

/** How much is not insured for one reason. */
public record UninsuredPart(Reason reason, Money amount) {}
