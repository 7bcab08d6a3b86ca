package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** @param periods the days on which versions of the policy govern; each by its own clauses */
    static StopHistory of(List<Receivable> receivables, List<InForce> periods) {
        List<Stop> stops = new ArrayList<>();
        for (InForce period : periods) {
            for (Receivable receivable : receivables) {
                if (period.terms().insuresSeller(receivable.sellerId())) {
                    within(period, receivable, stops);
                }
            }
        }
        return StopHistory.of(stops);
    }

    private static void within(InForce period, Receivable receivable, List<Stop> stops) {
        PolicyTerms terms = period.terms();
        DeadlineRule rule = DeadlineRule.of(terms);
        LocalDate stopOn = rule.stopOn(rule.anchorOf(receivable.issuedOn(), receivable.dueOn()));
        if (stopOn.isAfter(period.to())) {
            return;
        }
        Balance open = receivable.open();
        LocalDate endedOn = open.endOf(terms::countsAsOverdue).orElse(null);
        boolean everCounted = endedOn != null || terms.countsAsOverdue(open.on(LocalDate.MAX));
        if (everCounted) {
            Stop.within(period.from(), period.to(), stopOn, endedOn).ifPresent(stops::add);
        }
    }
}
