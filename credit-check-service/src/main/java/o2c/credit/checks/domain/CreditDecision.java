package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import o2c.kernel.Money;

/**
 * May this customer buy for this amount on credit? The verdict is the worst that any rule calls for.
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

    /** Raised whenever a rule below changes its outcome; kept with every check. */
    public static final int RULES_VERSION = 1;

    public CreditDecision {
        reasons = List.copyOf(reasons);
    }

    /** Decides on an amount including VAT, in the currency of the exposure. */
    public static CreditDecision on(CreditFacts facts, Money amount) {
        List<Reason> reasons = Stream.of(
                        limitReason(facts, amount),
                        exposureElsewhere(facts),
                        stoppedCover(facts),
                        overdueReceivables(facts))
                .flatMap(Optional::stream)
                .toList();
        Verdict verdict = reasons.stream()
                .map(Reason::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.APPROVED);
        return new CreditDecision(
                verdict,
                reasons,
                facts.limit(),
                facts.hasComparableLimit()
                        ? facts.limit().minus(facts.exposure().total())
                        : null,
                verdict == Verdict.APPROVED_WITH_PREPAYMENT ? excess(facts, amount) : null,
                facts.today().plusDays(facts.policy().checkValidity()));
    }

    /** What an approved order takes of the limit: its amount less what is paid in advance. */
    public Money onCredit(Money amount) {
        return prepaymentAmount == null ? amount : amount.minus(prepaymentAmount);
    }

    /** How far the exposure with the amount would pass the limit and its tolerance. */
    private static Money excess(CreditFacts facts, Money amount) {
        return facts.exposure().total().plus(amount).minus(facts.ceiling());
    }

    private static Optional<Reason> limitReason(CreditFacts facts, Money amount) {
        if (facts.limit() == null) {
            return Optional.of(Reason.leadingTo(
                    Verdict.REFERRED, "no-credit-limit", "No credit limit is on file.", Map.of("amount", amount)));
        }
        if (!facts.hasComparableLimit()) {
            return Optional.of(Reason.leadingTo(
                    Verdict.REFERRED,
                    "limit-in-other-currency",
                    "The limit is in another currency than the amount.",
                    Map.of("amount", amount, "limit", facts.limit())));
        }
        return Optional.of(excess(facts, amount).isPositive() ? overLimit(facts, amount) : withinLimit(facts, amount));
    }

    private static Reason withinLimit(CreditFacts facts, Money amount) {
        boolean byTolerance = facts.exposure().total().plus(amount).exceeds(facts.limit());
        return Reason.information(
                byTolerance ? "within-tolerance" : "within-limit",
                byTolerance
                        ? "With this amount the exposure passes the limit, within the tolerance."
                        : "With this amount the exposure stays within the limit.",
                limitInputs(facts, amount));
    }

    /**
     * Prepaying can cure it as long as the overrun is not more than the amount itself; else the exposure is too high
     * already: somebody must look, or far too high: no.
     */
    private static Reason overLimit(CreditFacts facts, Money amount) {
        Verdict verdict = Verdict.REFERRED;
        if (!excess(facts, amount).exceeds(amount)) {
            verdict = Verdict.APPROVED_WITH_PREPAYMENT;
        } else if (facts.exposure().total().exceeds(facts.policy().declineLine(facts.limit()))) {
            verdict = Verdict.DECLINED;
        }
        return Reason.leadingTo(
                verdict,
                "limit-exceeded",
                "With this amount the exposure passes the limit by "
                        + facts.exposure().total().plus(amount).minus(facts.limit()) + ".",
                limitInputs(facts, amount));
    }

    private static Map<String, Object> limitInputs(CreditFacts facts, Money amount) {
        return Map.of(
                "limit", facts.limit(),
                "ceiling", facts.ceiling(),
                "exposure", facts.exposure().total(),
                "amount", amount,
                "exposureWithAmount", facts.exposure().total().plus(amount));
    }

    private static Optional<Reason> exposureElsewhere(CreditFacts facts) {
        return facts.otherCurrencies().isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.leadingTo(
                        Verdict.REFERRED,
                        "exposure-in-other-currency",
                        "The customer also owes in currencies that the limit cannot be compared with.",
                        Map.of("totals", facts.otherCurrencies())));
    }

    private static Optional<Reason> stoppedCover(CreditFacts facts) {
        return Optional.ofNullable(facts.cover())
                .filter(cover -> cover.isStoppedOn(facts.today()))
                .map(cover -> Reason.leadingTo(
                        Verdict.REFERRED,
                        "cover-stopped",
                        "Deliveries to this customer are not insured since " + cover.stopOn() + ".",
                        Map.of("policyId", cover.policyId(), "stopOn", cover.stopOn())));
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
