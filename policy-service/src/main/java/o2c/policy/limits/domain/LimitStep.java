package o2c.policy.limits.domain;

import java.time.LocalDate;
import java.util.Objects;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * What may be covered for a customer from a day on, until the next step.
 *
 * @param percentage the insured percentage of this kind of limit, or null = the policy's
 */
public record LimitStep(LocalDate from, Money amount, LimitKind kind, Percentage percentage) {

    boolean coversLike(LimitStep other) {
        return amount.equals(other.amount) && kind == other.kind && Objects.equals(percentage, other.percentage);
    }

    /** When cover ends, what runs off stays insured at the percentage it was insured at. */
    LimitStep followedBy(LimitStep next) {
        return next.amount.isPositive() ? next : new LimitStep(next.from, next.amount, kind, percentage);
    }
}
