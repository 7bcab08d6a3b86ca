package o2c.policy.reserves.domain;

import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * Receivables that are expected to be lost at the same rate: one field of a provision matrix.
 *
 * @param name such as {@code not-due} or {@code 1-30}
 * @param rate expected loss over the whole life, in percent
 * @param insured the part of what is open that an insurer would pay
 */
public record Bucket(String name, Money open, Percentage rate, Money insured) {

    public Bucket {
        if (open.isNegative() || insured.isNegative()) {
            throw RuleBroken.invalid("amount-negative", "amounts are not negative");
        }
        if (insured.exceeds(open)) {
            throw RuleBroken.invalid("insured-exceeds-open", "never more is insured than is open");
        }
        if (!rate.isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "a loss rate lies from 0 to 100");
        }
    }

    /** Expected loss before insurance, rounded half up. */
    public Money lossOnAll() {
        return rate.of(open);
    }

    /** Expected loss on what no insurer pays, rounded half up. */
    public Money lossOnUninsured() {
        return rate.of(open.minus(insured));
    }

    /** What the insurance takes off the expected loss. */
    public Money lossOnInsured() {
        return lossOnAll().minus(lossOnUninsured());
    }
}
