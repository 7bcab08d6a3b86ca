package o2c.policy.premiums.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.PremiumClauses;
import o2c.policy.reckoning.domain.Step;

/**
 * What a policy costs for a period.
 *
 * @param amount rate of the base, at least the minimum, and the fees
 * @param steps from the base to the amount
 */
public record Premium(Money amount, List<Step> steps) {

    public Premium {
        steps = List.copyOf(steps);
    }

    /**
     * The rate rounds half up; the minimum holds for the rated part, fees come on top.
     *
     * @param base the insured turnover, or the sum of month-end balances
     * @param limits how many limits are in force
     */
    public static Premium of(Money base, PremiumClauses clauses, int limits) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("base", base));
        Money rated = clauses.rate() == null
                ? Money.zero(base.currency())
                : clauses.rate().of(base);
        steps.add(new Step("rate of " + (clauses.rate() == null ? "none" : clauses.rate()), rated));
        if (clauses.minimum() != null) {
            rated = rated.max(clauses.minimum());
            steps.add(new Step("at least the minimum of " + clauses.minimum(), rated));
        }
        if (clauses.feePerLimit() != null && limits > 0) {
            rated = rated.plus(clauses.feePerLimit().times(BigDecimal.valueOf(limits)));
            steps.add(new Step(limits + " limits at " + clauses.feePerLimit() + " each", rated));
        }
        return new Premium(rated, steps);
    }
}
