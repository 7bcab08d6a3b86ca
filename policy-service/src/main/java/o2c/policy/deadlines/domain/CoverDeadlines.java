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
     * Finds the one whose last covered day comes first, then by number; receivables of sellers that the policy does
     * not insure do
     * not count.
     */
    public static Optional<CoverDeadlines> of(String policyId, PolicyTerms terms, Collection<Unpaid> unpaid) {
        DeadlineRule rule = DeadlineRule.of(terms);
        return unpaid.stream()
                .filter(item -> terms.insuresSeller(item.sellerId()))
                .min(Comparator.comparing((Unpaid item) -> lastCoveredDay(rule, item))
                        .thenComparing(Unpaid::number)
                        .thenComparing(Unpaid::reference))
                .map(oldest ->
                        new CoverDeadlines(policyId, oldest, rule.anchorOf(oldest.issuedOn(), oldest.dueOn()), rule));
    }

    public LocalDate lastCoveredDay() {
        return rule.lastCoveredDay(anchorOn, oldest.extendedUntil());
    }

    /** The first day whose deliveries are not insured. */
    public LocalDate stopOn() {
        return lastCoveredDay().plusDays(1);
    }

    /** The last day to tell the insurer of the overdue. */
    public LocalDate reportOn() {
        return lastCoveredDay().plusDays(rule.reportDays());
    }

    /** The last day to hand the receivable over for collection. */
    public LocalDate handOverOn() {
        return lastCoveredDay().plusDays(rule.handOverDays());
    }

    /** The last day to file a claim. */
    public LocalDate claimOn() {
        return lastCoveredDay().plusDays(rule.claimDays());
    }

    private static LocalDate lastCoveredDay(DeadlineRule rule, Unpaid item) {
        return rule.lastCoveredDay(rule.anchorOf(item.issuedOn(), item.dueOn()), item.extendedUntil());
    }

    /** Whether deliveries of this day are no longer insured. */
    public boolean isStoppedOn(LocalDate day) {
        return !day.isBefore(stopOn());
    }
}
