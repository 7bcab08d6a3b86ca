package o2c.policy.policies.domain;

import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * Blind cover: what is insured for a customer on whom the insurer has not decided, and the most the seller may set as a
 * discretionary limit himself.
 *
 * @param percentage the insured percentage under this cover, often lower than that of a named limit
 */
public record Discretionary(Money amount, Percentage percentage) {

    public Discretionary {
        if (amount.isNegative()) {
            throw RuleBroken.invalid("amount-negative", "a discretionary limit is not negative")
                    .at("/discretionary/amount");
        }
        if (!percentage.isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "an insured percentage lies from 0 to 100")
                    .at("/discretionary/percentage");
        }
    }
}
