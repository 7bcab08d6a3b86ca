package o2c.policy.reckoning.domain;

import o2c.kernel.Money;

/**
 * One line of a calculation, so that every figure can be checked by hand.
 *
 * @param step what was done
 * @param amount the figure after it
 */
public record Step(String step, Money amount) {}
