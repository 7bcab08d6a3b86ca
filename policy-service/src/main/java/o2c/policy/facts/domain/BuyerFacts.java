package o2c.policy.facts.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.deadlines.domain.Unpaid;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * What is known of a legal entity: limits, stops and exclusions belong to it, whichever of its customers they name.
 *
 * @param buyerId null when its only customer is its own buyer
 * @param customers its customers; a customer without a buyer stands alone
 */
public record BuyerFacts(String buyerId, List<CustomerFacts> customers) {

    public static BuyerFacts alone(CustomerFacts customer) {
        return new BuyerFacts(null, List.of(customer));
    }

    public List<Receivable> receivables() {
        return of(CustomerFacts::receivables).toList();
    }

    /** The same with what is still claimed as what is open: a write-off in the books ends no insured claim. */
    public BuyerFacts asClaimed() {
        return new BuyerFacts(
                buyerId, customers.stream().map(CustomerFacts::asClaimed).toList());
    }

    public List<Limit> limitsUnder(String policyId) {
        return of(CustomerFacts::limits)
                .filter(limit -> limit.policyId().equals(policyId))
                .distinct()
                .toList();
    }

    public List<Consent> consentsUnder(String policyId) {
        return of(CustomerFacts::consents)
                .filter(consent -> consent.policyId().equals(policyId))
                .distinct()
                .toList();
    }

    public boolean isExcluded(String policyId, LocalDate day) {
        return of(CustomerFacts::exclusions).anyMatch((Exclusion exclusion) -> exclusion.holds(policyId, day));
    }

    /** The first day on which bad news of any of them was known. */
    public LocalDate adverseOn() {
        return customers.stream()
                .map(CustomerFacts::adverseOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public boolean isDisputedOn(LocalDate day) {
        return receivables().stream()
                .anyMatch(receivable -> receivable.disputedOn(day).isPositive());
    }

    /** The receivables that count for stopping cover at the close of a day. */
    public List<Unpaid> unpaidOn(LocalDate day, String policyId, PolicyTerms terms) {
        List<Consent> consents = consentsUnder(policyId);
        return receivables().stream()
                .filter(receivable -> terms.countsAsOverdue(receivable.unpaidOn(day)))
                .map(receivable -> unpaid(receivable, consents))
                .toList();
    }

    public static Unpaid unpaid(Receivable receivable, Collection<Consent> consents) {
        return new Unpaid(
                receivable.reference(),
                receivable.sellerId(),
                receivable.number(),
                receivable.issuedOn(),
                receivable.dueOn(),
                Consent.latestExtension(consents, receivable.reference()).orElse(null));
    }

    private <T> Stream<T> of(Function<CustomerFacts, List<T>> part) {
        return customers.stream().flatMap(customer -> part.apply(customer).stream());
    }
}
