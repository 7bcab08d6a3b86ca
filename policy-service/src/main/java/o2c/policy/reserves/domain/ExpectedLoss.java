package o2c.policy.reserves.domain;

import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import o2c.kernel.Money;

/** What is expected to be lost over the whole life of the receivables (IFRS 9, simplified approach). */
public record ExpectedLoss(List<Bucket> buckets, Currency currency) {

    public ExpectedLoss {
        buckets = List.copyOf(buckets);
    }

    public Money open() {
        return sum(Bucket::open);
    }

    public Money insured() {
        return sum(Bucket::insured);
    }

    /** Before insurance. */
    public Money onAll() {
        return sum(Bucket::lossOnAll);
    }

    /** The part of it that insurance takes off. */
    public Money onInsured() {
        return sum(Bucket::lossOnInsured);
    }

    /** After insurance: the target of the reserve. */
    public Money onUninsured() {
        return sum(Bucket::lossOnUninsured);
    }

    /** What must be added to a posted balance to reach the target; negative = what may be released. */
    public Money movementFrom(Money posted) {
        return onUninsured().minus(posted);
    }

    private Money sum(Function<Bucket, Money> part) {
        return Money.sum(buckets.stream().map(part).toList(), currency);
    }
}
