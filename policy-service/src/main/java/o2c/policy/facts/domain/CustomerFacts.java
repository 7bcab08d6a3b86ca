package o2c.policy.facts.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.limits.domain.Limit;

/**
 * What is known of one customer.
 *
 * @param receivables every receivable that is open or still matters for past days
 * @param limits every limit on him, under whichever policy
 * @param exclusions policies that do not insure him
 * @param consents what the insurer agreed to about him
 * @param adverseOn the day on which bad news of him became known, or null
 */
public record CustomerFacts(
        String customerId,
        Debtor debtor,
        List<Receivable> receivables,
        List<Limit> limits,
        List<Exclusion> exclusions,
        List<Consent> consents,
        LocalDate adverseOn) {

    public CustomerFacts(String customerId, String country, List<Receivable> receivables, List<Limit> limits) {
        this(customerId, Debtor.in(country), receivables, limits, List.of(), List.of(), null);
    }

    CustomerFacts asClaimed() {
        List<Receivable> claimed =
                receivables.stream().map(Receivable::asClaimed).toList();
        return new CustomerFacts(customerId, debtor, claimed, limits, exclusions, consents, adverseOn);
    }
}
