package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import o2c.credit.checks.Debts.Debt;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.checks.domain.CreditFacts;
import o2c.credit.cover.Covers;
import o2c.credit.customers.domain.Profile;
import o2c.credit.holds.HoldRuleBooks;
import o2c.credit.limits.CreditPolicies;
import o2c.kernel.RuleBroken;

/** Gathers what a credit decision rests on. */
@ApplicationScoped
class Facts {

    private final Standings standings;
    private final Groups groups;
    private final Debts debts;
    private final CreditPolicies policies;
    private final Covers covers;
    private final HoldRuleBooks holdRules;

    Facts(
            Standings standings,
            Groups groups,
            Debts debts,
            CreditPolicies policies,
            Covers covers,
            HoldRuleBooks holdRules) {
        this.standings = standings;
        this.groups = groups;
        this.debts = debts;
        this.policies = policies;
        this.covers = covers;
        this.holdRules = holdRules;
    }

    /**
     * The facts about a customer for a question, as they stand; nobody else of his group can take room meanwhile.
     *
     * @throws RuleBroken {@code customer-unknown} (422)
     */
    CreditFacts about(Question question, LocalDate today) {
        Profile customer = standings.profileOf(question.customerId());
        if (question.purpose().needsOrder()) {
            groups.lock(customer);
        }
        return of(question, customer, today);
    }

    /**
     * Refuses while an insolvency of the customer is open.
     *
     * @throws RuleBroken {@code customer-insolvent}
     */
    void refuseInsolvent(String customerId) {
        standings.refuseInsolvent(customerId);
    }

    /** The facts about an earlier day, as they are known now. */
    CreditFacts on(Question question, LocalDate day) {
        return of(question, standings.profileOf(question.customerId()), day);
    }

    private CreditFacts of(Question question, Profile customer, LocalDate day) {
        String customerId = question.customerId();
        Debt debt = debts.of(customerId, question.amount().currency(), day);
        return new CreditFacts(
                day,
                debt.exposure(),
                debt.limit(),
                debt.limitRate(),
                debt.elsewhere(),
                debt.overdue(),
                covers.of(customerId).orElse(null),
                policies.inForce(day),
                standings.of(customer, day),
                customer.isInGroup() ? groups.of(customer, day) : List.of(),
                holdRules.inForce(day));
    }
}
