package o2c.policy.facts.domain;

import java.util.List;
import o2c.kernel.Money;

/**
 * The sums over all customers of a legal entity.
 *
 * @param buyerId null when its only customer is its own buyer
 * @param customerIds the customers that were added up
 */
public record BuyerTotals(String buyerId, List<String> customerIds, Money outstanding, Money insured) {

    public Money uninsured() {
        return outstanding.minus(insured);
    }
}
