package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.limits.domain.CreditPolicy;
import o2c.kernel.Money;

/**
 * All that a credit decision rests on; kept with the check, so that it can be decided again later.
 *
 * @param today the tenant's business date
 * @param exposure in the currency asked about, without what the same order had reserved before
 * @param limit the customer's own limit in force today, or null
 * @param otherCurrencies what the customer owes in other currencies, zero totals left out
 * @param overdue what is overdue in any currency
 * @param cover what policy-service last told, or null when it told nothing
 * @param policy the tenant's credit policy in force today
 */
public record CreditFacts(
        LocalDate today,
        Exposure exposure,
        Money limit,
        List<Money> otherCurrencies,
        Overdue overdue,
        Cover cover,
        CreditPolicy policy) {

    public CreditFacts {
        otherCurrencies = List.copyOf(otherCurrencies);
    }

    /** The same facts with the exposure as it was found when the room was taken. */
    public CreditFacts withExposure(Exposure found) {
        return new CreditFacts(today, found, limit, otherCurrencies, overdue, cover, policy);
    }

    /** Whether there is a limit in the currency of the exposure. */
    public boolean hasComparableLimit() {
        return limit != null && limit.currency().equals(exposure.currency());
    }

    /** The most the exposure may reach and still be approved: the limit with its tolerance. */
    public Money ceiling() {
        return policy.ceiling(limit);
    }
}
