package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import o2c.policy.clauses.domain.ConductClauses.Resumption;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.deadlines.domain.DeadlineRule;
import o2c.policy.deadlines.domain.StopHistory;
import o2c.policy.deadlines.domain.StopHistory.Stop;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyTerms;

/** Finds the days on which a customer's unpaid receivables, insured or not, stopped cover under a policy. */
final class Stops {

    private Stops() {}

    /**
     * @param periods the days on which versions of the policy govern; each by its own clauses
     * @param consents what the insurer agreed to under this policy
     */
    static StopHistory of(List<Receivable> receivables, List<InForce> periods, List<Consent> consents) {
        List<Stop> stops = new ArrayList<>();
        for (InForce period : periods) {
            for (Receivable receivable : receivables) {
                if (period.terms().insuresSeller(receivable.sellerId())) {
                    within(period, receivable, consents, stops);
                }
            }
        }
        return StopHistory.of(stops);
    }

    private static void within(InForce period, Receivable receivable, List<Consent> consents, List<Stop> stops) {
        PolicyTerms terms = period.terms();
        DeadlineRule rule = DeadlineRule.of(terms);
        LocalDate stopOn = rule.stopOn(rule.anchorOf(receivable.issuedOn(), receivable.dueOn()));
        if (stopOn.isAfter(period.to())) {
            return;
        }
        Balance unpaid = receivable.unpaid();
        LocalDate endedOn = unpaid.endOf(terms::countsAsOverdue).orElse(null);
        boolean everCounted = endedOn != null || terms.countsAsOverdue(unpaid.on(LocalDate.MAX));
        if (everCounted) {
            LocalDate resumedOn = resumedOn(terms, endedOn, stopOn, consents);
            stops(stopOn, resumedOn, receivable, consents)
                    .forEach(days -> Stop.within(period.from(), period.to(), days.from(), days.endedOn())
                            .ifPresent(stops::add));
        }
    }

    /** Where the policy asks for it, a stop that began lasts until the insurer consents. */
    private static LocalDate resumedOn(PolicyTerms terms, LocalDate endedOn, LocalDate stopOn, List<Consent> consents) {
        boolean asksForConsent = terms.further().conduct().resumption() == Resumption.ON_CONSENT;
        return asksForConsent && endedOn != null && endedOn.isAfter(stopOn)
                ? Consent.resumption(consents, endedOn).orElse(null)
                : endedOn;
    }

    private record Days(LocalDate from, LocalDate endedOn) {}

    /** A consent to a longer extension moves a stop, or interrupts one that had begun when it was given. */
    private static List<Days> stops(
            LocalDate stopOn, LocalDate endedOn, Receivable receivable, List<Consent> consents) {
        List<Days> days = new ArrayList<>();
        LocalDate from = stopOn;
        List<Consent> extensions = consents.stream()
                .filter(consent -> consent.extendsCoverOf(receivable.reference()))
                .sorted(Comparator.comparing(Consent::on))
                .toList();
        for (Consent extension : extensions) {
            if (extension.until().isBefore(from)) {
                continue;
            }
            if (extension.on().isAfter(from)) {
                days.add(new Days(from, earlier(extension.on(), endedOn)));
            }
            from = extension.until().plusDays(1);
        }
        days.add(new Days(from, endedOn));
        return days;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
