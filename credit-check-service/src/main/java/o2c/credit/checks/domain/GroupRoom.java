package o2c.credit.checks.domain;

import java.util.List;
import o2c.kernel.Money;

/**
 * What a whole group may still owe: the limit of a parent counts for itself and everybody below it.
 *
 * @param customerId the parent
 * @param limit its limit in force
 * @param exposure of the whole group, in the limit's currency, without what the asked order had reserved
 * @param otherCurrencies what the group owes in other currencies, zero totals left out
 */
public record GroupRoom(String customerId, Money limit, Money exposure, List<Money> otherCurrencies) {

    public GroupRoom {
        otherCurrencies = List.copyOf(otherCurrencies);
    }

    /** Whether the group with the amount stays within its limit. */
    boolean holds(Money amount) {
        return isComparableWith(amount) && !exposure.plus(amount).exceeds(limit);
    }

    boolean isComparableWith(Money amount) {
        return limit.currency().equals(amount.currency()) && otherCurrencies.isEmpty();
    }

    /** The same group owing that much more, or less. */
    GroupRoom moved(Money by) {
        return limit.currency().equals(by.currency())
                ? new GroupRoom(customerId, limit, exposure.plus(by), otherCurrencies)
                : this;
    }

    GroupRoom withLimitRaised(Money by) {
        return limit.currency().equals(by.currency())
                ? new GroupRoom(customerId, limit.plus(by), exposure, otherCurrencies)
                : this;
    }
}
