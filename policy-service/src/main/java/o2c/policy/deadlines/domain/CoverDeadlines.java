package o2c.policy.deadlines.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * The days that follow from a customer's oldest unpaid receivable under one policy.
 *
 * @param anchorOn the day from which the extension period runs
 * @param rule the clauses, so that the arithmetic can be shown
 */
public record CoverDeadlines(String policyId, Unpaid oldest, LocalDate anchorOn, DeadlineRule rule) {

    /**
     * Finds the oldest by its anchor day, then by number; receivables of sellers that the policy does not insure do
     * not count.
     */
    public static Optional<CoverDeadlines> of(String policyId, PolicyTerms terms, Collection<Unpaid> unpaid) {
        DeadlineRule rule = DeadlineRule.of(terms);
        return unpaid.stream()
                .filter(item -> terms.insuresSeller(item.sellerId()))
                .min(Comparator.comparing((Unpaid item) -> rule.anchorOf(item.issuedOn(), item.dueOn()))
                        .thenComparing(Unpaid::number)
                        .thenComparing(Unpaid::reference))
                .map(oldest ->
                        new CoverDeadlines(policyId, oldest, rule.anchorOf(oldest.issuedOn(), oldest.dueOn()), rule));
    }

    public LocalDate lastCoveredDay() {
        return rule.lastCoveredDay(anchorOn);
    }

    public LocalDate stopOn() {
        return rule.stopOn(anchorOn);
    }

    public LocalDate reportOn() {
        return rule.reportOn(anchorOn);
    }

    /** Whether deliveries of this day are no longer insured. */
    public boolean isStoppedOn(LocalDate day) {
        return !day.isBefore(stopOn());
    }
}
