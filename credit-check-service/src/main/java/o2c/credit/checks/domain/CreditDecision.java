package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.holds.domain.Fired;
import o2c.credit.holds.domain.HoldRule.Effect;
import o2c.credit.holds.domain.Purpose;
import o2c.kernel.Money;

/**
 * May this customer buy for this amount on credit? The verdict is the worst that any rule calls for, with two
 * exceptions: what was delivered is never kept from being invoiced, and no machine alone declines a human being.
 *
 * @param limit the limit in force, or null
 * @param available what of the limit is free before this amount; negative when exceeded; null without comparable limit
 * @param prepaymentAmount what must be paid in advance; null unless the verdict asks for it
 * @param expiresOn last business date on which the answer counts
 */
public record CreditDecision(
        Verdict verdict,
        List<Reason> reasons,
        Money limit,
        Money available,
        Money prepaymentAmount,
        LocalDate expiresOn) {

    /** Raised whenever a rule of this package changes its outcome; kept with every check. */
    public static final int RULES_VERSION = 2;

    public CreditDecision {
        reasons = List.copyOf(reasons);
    }

    /** Decides on an amount including VAT, in the currency of the exposure. */
    public static CreditDecision on(CreditFacts facts, Question question) {
        List<Reason> reasons = reasons(facts, question);
        Verdict verdict = verdict(facts, question, reasons);
        if (verdict != worst(reasons)) {
            reasons.add(softened(question.purpose()));
        }
        return new CreditDecision(
                verdict,
                reasons,
                facts.limit(),
                facts.hasComparableLimit() ? facts.limit().minus(facts.owed()) : null,
                verdict == Verdict.APPROVED_WITH_PREPAYMENT ? LimitReasons.excess(facts, question.amount()) : null,
                facts.today().plusDays(facts.policy().checkValidity()));
    }

    /** What an approved order takes of the limit: its amount less what is paid in advance. */
    public Money onCredit(Money amount) {
        return prepaymentAmount == null ? amount : amount.minus(prepaymentAmount);
    }

    private static List<Reason> reasons(CreditFacts facts, Question question) {
        List<Reason> reasons = new ArrayList<>(LimitReasons.on(facts, question.amount()));
        Optional.ofNullable(facts.standing().insolvency())
                .map(kind -> Reason.leadingTo(
                        Verdict.DECLINED,
                        "insolvent",
                        "An insolvency of this customer is open: no new credit.",
                        Map.of("kind", kind)))
                .ifPresent(reasons::add);
        Figures figures = new Figures(facts, question);
        facts.rules().fired(question.purpose(), facts.standing().party(), figures::of).stream()
                .map(CreditDecision::held)
                .forEach(reasons::add);
        overdueReceivables(facts).ifPresent(reasons::add);
        return reasons;
    }

    private static Verdict verdict(CreditFacts facts, Question question, List<Reason> reasons) {
        Verdict worst = worst(reasons);
        if (question.purpose() == Purpose.INVOICE) {
            return Verdict.APPROVED;
        }
        return worst == Verdict.DECLINED && facts.standing().naturalPerson() ? Verdict.REFERRED : worst;
    }

    private static Verdict worst(List<Reason> reasons) {
        return reasons.stream()
                .map(Reason::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.APPROVED);
    }

    private static Reason softened(Purpose purpose) {
        return purpose == Purpose.INVOICE
                ? Reason.information(
                        "already-delivered", "What was delivered is invoiced, whatever else is told here.", Map.of())
                : Reason.information("human-review", "A person decides on the credit of a human being.", Map.of());
    }

    private static Reason held(Fired fired) {
        Map<String, Object> inputs = new TreeMap<>(fired.inputs());
        inputs.put("ruleVersion", fired.rule().version());
        String text = Optional.ofNullable(fired.rule().text())
                .orElse("The rule " + fired.rule().ruleId() + " holds.");
        if (fired.exemptedBy() != null) {
            inputs.put("exemptedBy", fired.exemptedBy());
            return Reason.information(fired.rule().ruleId(), text, inputs);
        }
        if (!fired.notComparable().isEmpty()) {
            inputs.put("notComparable", fired.notComparable());
            return Reason.leadingTo(Verdict.REFERRED, fired.rule().ruleId(), text, inputs);
        }
        Verdict verdict = fired.rule().effect() == Effect.DECLINE ? Verdict.DECLINED : Verdict.REFERRED;
        return Reason.leadingTo(verdict, fired.rule().ruleId(), text, inputs);
    }

    private static Optional<Reason> overdueReceivables(CreditFacts facts) {
        return facts.overdue().invoices() == 0
                ? Optional.empty()
                : Optional.of(Reason.information(
                        "overdue-receivables",
                        facts.overdue().invoices() + " invoices are overdue, the oldest since it was due on "
                                + facts.overdue().oldestDueOn() + ".",
                        Map.of(
                                "invoices", facts.overdue().invoices(),
                                "oldestDueOn", facts.overdue().oldestDueOn())));
    }
}
