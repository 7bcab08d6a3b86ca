package o2c.policy.clauses.domain;

import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * What a policy takes off a loss before it pays. A clause that is null is not in the policy.
 *
 * @param threshold a covered loss up to this amount is not paid; above it the whole loss counts
 * @param eachAndEveryLoss fixed deduction per claim
 * @param deductionOrder whether that deduction comes before or after the insured percentage
 * @param minimumRetention the seller bears at least this much of every covered loss
 * @param aggregateFirstLoss what the seller bears in a policy year before the insurer pays anything
 * @param maximumLiability the most the insurer pays in a policy year
 */
public record LossClauses(
        Money threshold,
        Money eachAndEveryLoss,
        DeductionOrder deductionOrder,
        Money minimumRetention,
        Money aggregateFirstLoss,
        Money maximumLiability) {

    /** Nothing is taken off. */
    public static final LossClauses NONE = new LossClauses(null, null, null, null, null, null);

    public LossClauses {
        deductionOrder = deductionOrder == null ? DeductionOrder.AFTER : deductionOrder;
        if (Stream.of(threshold, eachAndEveryLoss, minimumRetention, aggregateFirstLoss, maximumLiability)
                .anyMatch(amount -> amount != null && amount.isNegative())) {
            throw RuleBroken.invalid("amount-negative", "deductions and limits of a policy are not negative");
        }
    }
}
