package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.policy.deadlines.domain.Unpaid;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * What is known of one customer.
 *
 * @param country ISO 3166-1 alpha-2, or null when not told yet
 * @param receivables every receivable that is open or still matters for past days
 * @param limits every limit on him, under whichever policy
 */
public record CustomerFacts(String customerId, String country, List<Receivable> receivables, List<Limit> limits) {

    List<Limit> limitsUnder(String policyId) {
        return limits.stream()
                .filter(limit -> limit.policyId().equals(policyId))
                .toList();
    }

    /** The receivables that count for stopping cover at the close of a day. */
    List<Unpaid> unpaidOn(LocalDate day, PolicyTerms terms) {
        return receivables.stream()
                .filter(receivable -> terms.countsAsOverdue(receivable.openOn(day)))
                .map(receivable -> new Unpaid(
                        receivable.reference(),
                        receivable.sellerId(),
                        receivable.number(),
                        receivable.issuedOn(),
                        receivable.dueOn()))
                .toList();
    }
}
