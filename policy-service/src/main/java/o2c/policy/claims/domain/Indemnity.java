package o2c.policy.claims.domain;

import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.DeductionOrder;
import o2c.policy.clauses.domain.LossClauses;
import o2c.policy.reckoning.domain.Step;

/**
 * What the insurer pays for a covered loss.
 *
 * @param amount never negative
 * @param aggregateFirstLossLeft what is left of the yearly first loss after this claim; null = no such clause
 * @param maximumLiabilityLeft what the insurer may still pay this year; null = no such clause
 * @param steps from the covered loss to the amount
 */
public record Indemnity(Money amount, Money aggregateFirstLossLeft, Money maximumLiabilityLeft, List<Step> steps) {

    public Indemnity {
        steps = List.copyOf(steps);
    }

    /**
     * What earlier claims of the policy year left over; null = the policy has no such clause.
     *
     * @param aggregateFirstLoss still to be borne by the seller
     * @param maximumLiability still payable by the insurer
     */
    public record Left(Money aggregateFirstLoss, Money maximumLiability) {

        public static final Left ALL = new Left(null, null);

        /** The beginning of a policy year. */
        public static Left of(LossClauses clauses) {
            return new Left(clauses.aggregateFirstLoss(), clauses.maximumLiability());
        }

        /** After a claim. */
        public Left after(Indemnity paid) {
            return new Left(paid.aggregateFirstLossLeft, paid.maximumLiabilityLeft);
        }
    }

    /**
     * In this order: threshold, deduction (before), insured percentage, deduction (after), minimum retention, aggregate
     * first loss, maximum liability. The percentage rounds half up to the minor digits.
     *
     * @param covered the covered loss: what the limit covered of what is still open at the day of loss
     */
    public static Indemnity of(Money covered, Percentage percentage, LossClauses clauses, Left left) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("covered loss", covered));
        if (clauses.threshold() != null && !covered.exceeds(clauses.threshold())) {
            Money nothing = Money.zero(covered.currency());
            steps.add(new Step("not above the threshold of " + clauses.threshold(), nothing));
            return new Indemnity(nothing, left.aggregateFirstLoss(), left.maximumLiability(), steps);
        }
        Money gross = insuredShare(covered, percentage, clauses, steps);
        Money retained = retained(gross, covered, clauses.minimumRetention(), steps);
        Money afterFirstLoss = afterFirstLoss(retained, left.aggregateFirstLoss(), steps);
        Money paid = capped(afterFirstLoss, left.maximumLiability(), steps);
        return new Indemnity(
                paid,
                left.aggregateFirstLoss() == null
                        ? null
                        : left.aggregateFirstLoss().minus(retained.minus(afterFirstLoss)),
                left.maximumLiability() == null ? null : left.maximumLiability().minus(paid),
                steps);
    }

    private static Money insuredShare(Money covered, Percentage percentage, LossClauses clauses, List<Step> steps) {
        Money deduction = clauses.eachAndEveryLoss();
        boolean before = clauses.deductionOrder() == DeductionOrder.BEFORE;
        Money base = covered;
        if (deduction != null && before) {
            base = covered.minus(deduction).orZero();
            steps.add(new Step("less each-and-every loss of " + deduction, base));
        }
        Money share = percentage.of(base);
        steps.add(new Step("insured percentage of " + percentage, share));
        if (deduction != null && !before) {
            share = share.minus(deduction).orZero();
            steps.add(new Step("less each-and-every loss of " + deduction, share));
        }
        return share;
    }

    private static Money retained(Money gross, Money covered, Money minimum, List<Step> steps) {
        if (minimum == null) {
            return gross;
        }
        Money most = covered.minus(minimum).orZero();
        Money after = gross.min(most);
        steps.add(new Step("the seller bears at least " + minimum, after));
        return after;
    }

    private static Money afterFirstLoss(Money gross, Money left, List<Step> steps) {
        if (left == null) {
            return gross;
        }
        Money after = gross.minus(left).orZero();
        steps.add(new Step("less what is left of the aggregate first loss, " + left, after));
        return after;
    }

    private static Money capped(Money gross, Money left, List<Step> steps) {
        if (left == null) {
            return gross;
        }
        Money paid = gross.min(left.orZero());
        steps.add(new Step("at most what is left of the maximum liability, " + left, paid));
        return paid;
    }
}
