package o2c.policy.reserves.domain;

import java.time.LocalDate;
import o2c.contracts.PolicyEvent.ReserveChanged;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * A lump sum put aside for losses that no insurer pays.
 *
 * @param fund cash set aside
 * @param target the expected loss on what no insurer pays, as last assessed
 * @param assessedOn null before the first assessment
 */
public record Reserve(String reserveId, ReserveTerms terms, Money fund, Money target, LocalDate assessedOn) {

    /** Sets cash aside; {@code amount-not-positive}. */
    public Decision<Reserve> allocate(Money amount, LocalDate day) {
        Reserve next = new Reserve(reserveId, terms, fund.plus(positive(amount)), target, assessedOn);
        return Decision.of(next, next.changed("allocated", amount, day));
    }

    /** Takes cash for a loss; {@code fund-insufficient}, {@code amount-not-positive}. */
    public Decision<Reserve> draw(Money amount, LocalDate day) {
        if (positive(amount).exceeds(fund)) {
            throw RuleBroken.refused("fund-insufficient", "the fund holds " + fund)
                    .at("/amount");
        }
        Reserve next = new Reserve(reserveId, terms, fund.minus(amount), target, assessedOn);
        return Decision.of(next, next.changed("drawn", amount.negated(), day));
    }

    /** Takes over a new target. */
    public Decision<Reserve> assess(ExpectedLoss loss, LocalDate day) {
        Reserve next = new Reserve(reserveId, terms, fund, loss.onUninsured(), day);
        return Decision.of(next, next.changed("assessed", loss.onUninsured().minus(target), day));
    }

    /** By how much the fund should be topped up; negative = may be released. */
    public Money advice() {
        return target.minus(fund);
    }

    /** The share of the fund that is expected to be needed, in percent. */
    public Percentage utilisation() {
        return fund.isZero() ? Percentage.share(target, target) : Percentage.share(target, fund);
    }

    private ReserveChanged changed(String cause, Money movement, LocalDate day) {
        return new ReserveChanged(reserveId, cause, fund, target, movement, day);
    }

    private Money positive(Money amount) {
        if (!amount.currency().equals(fund.currency())) {
            throw RuleBroken.invalid("currency-mismatch", "this reserve is in " + fund.currency())
                    .at("/amount/currency");
        }
        if (!amount.isPositive()) {
            throw RuleBroken.invalid("amount-not-positive", "more than zero is expected")
                    .at("/amount");
        }
        return amount;
    }
}
