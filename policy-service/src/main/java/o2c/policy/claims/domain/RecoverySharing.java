package o2c.policy.claims.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.reckoning.domain.Step;

/**
 * How money that comes in after the day of loss is shared: each side gets the share of it that it bears of the loss.
 * Agreed costs come off first.
 *
 * @param insurer what goes to the insurer
 * @param seller what the seller keeps; the two add up to the recovery less its costs
 * @param onCoveredPart what of the recovery, before costs, falls on the covered part of the loss; for information
 * @param steps from the recovery to the shares
 */
public record RecoverySharing(Money insurer, Money seller, Money onCoveredPart, List<Step> steps) {

    public RecoverySharing {
        steps = List.copyOf(steps);
    }

    /**
     * The loss that is shared in.
     *
     * @param total everything that was open at the day of loss, covered or not
     * @param covered what the limit covered of it
     * @param indemnity what the insurer paid
     */
    public record Loss(Money total, Money covered, Money indemnity) {

        public Loss {
            if (!total.isPositive()) {
                throw RuleBroken.invalid("loss-not-positive", "a loss is more than zero")
                        .at("/loss");
            }
            if (indemnity.exceeds(total)) {
                throw RuleBroken.invalid("indemnity-exceeds-loss", "an indemnity is never more than the loss")
                        .at("/indemnity");
            }
        }
    }

    /** Shares a recovery; refuses {@code costs-exceed-recovery}. */
    public static RecoverySharing of(Money recovery, Money costs, Loss loss) {
        if (costs.exceeds(recovery)) {
            throw RuleBroken.refused("costs-exceed-recovery", "the costs are higher than what was recovered")
                    .at("/costs");
        }
        Money shared = recovery.minus(costs);
        Money insurer = part(shared, loss.indemnity(), loss.total());
        return new RecoverySharing(
                insurer,
                shared.minus(insurer),
                part(recovery, loss.covered(), loss.total()),
                List.of(
                        new Step("recovered", recovery),
                        new Step("less agreed costs of " + costs, shared),
                        new Step("to the insurer, " + loss.indemnity() + " of " + loss.total(), insurer),
                        new Step("to the seller", shared.minus(insurer))));
    }

    private static Money part(Money amount, Money share, Money whole) {
        BigDecimal exact = amount.amount().multiply(share.amount()).divide(whole.amount(), 12, RoundingMode.HALF_UP);
        return Money.rounded(exact, amount.currency());
    }
}
