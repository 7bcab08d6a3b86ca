package o2c.policy.clauses.domain;

import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * What the policy costs. A clause that is null is not in the policy.
 *
 * @param rate in percent of the basis
 * @param minimum least premium of a policy year
 * @param feePerLimit yearly fee for each limit in force
 */
public record PremiumClauses(PremiumBasis basis, Percentage rate, Money minimum, Money feePerLimit) {

    /** No premium is agreed on. */
    public static final PremiumClauses NONE = new PremiumClauses(null, null, null, null);

    public PremiumClauses {
        basis = basis == null ? PremiumBasis.TURNOVER : basis;
        if (rate != null && !rate.isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "a premium rate lies from 0 to 100")
                    .at("/premium/rate");
        }
        if (Stream.of(minimum, feePerLimit).anyMatch(amount -> amount != null && amount.isNegative())) {
            throw RuleBroken.invalid("amount-negative", "a premium is not negative")
                    .at("/premium");
        }
    }
}
