package o2c.credit.checks.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import o2c.credit.exposure.domain.Elsewhere;
import o2c.kernel.Money;

/** What the customer's own limit, and the limits of those he belongs to, say of an amount. */
final class LimitReasons {

    private LimitReasons() {}

    static List<Reason> on(CreditFacts facts, Money amount) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(ownLimit(facts, amount));
        facts.group().stream()
                .filter(room -> !room.holds(amount))
                .forEach(room -> reasons.add(groupLimit(room, amount)));
        rates(facts).forEach(reasons::add);
        return reasons;
    }

    private static List<Reason> rates(CreditFacts facts) {
        List<Reason> reasons = new ArrayList<>();
        if (!facts.elsewhere().unrated().isEmpty()) {
            reasons.add(Reason.leadingTo(
                    Verdict.REFERRED,
                    "exposure-in-other-currency",
                    "The customer also owes in currencies of which no rate is known.",
                    Map.of("totals", facts.elsewhere().unrated())));
        }
        List<Elsewhere.Line> stale = facts.elsewhere().staleOn(facts.today());
        boolean staleLimit = facts.limitRate() != null && facts.limitRate().isStaleOn(facts.today());
        if (!stale.isEmpty() || staleLimit) {
            reasons.add(Reason.leadingTo(
                    Verdict.REFERRED,
                    "rate-stale",
                    "An exchange rate is more than five days old.",
                    Map.of("lines", stale, "limit", staleLimit ? List.of(facts.limitRate()) : List.of())));
        }
        return reasons;
    }

    /** How far the exposure with the amount would pass the limit and its tolerance. */
    static Money excess(CreditFacts facts, Money amount) {
        return facts.owed().plus(amount).minus(facts.ceiling());
    }

    private static Reason ownLimit(CreditFacts facts, Money amount) {
        if (facts.limit() == null) {
            return Reason.leadingTo(
                    Verdict.REFERRED, "no-credit-limit", "No credit limit is on file.", Map.of("amount", amount));
        }
        if (!facts.hasComparableLimit()) {
            return Reason.leadingTo(
                    Verdict.REFERRED,
                    "limit-in-other-currency",
                    "The limit is in another currency than the amount.",
                    Map.of("amount", amount, "limit", facts.limit()));
        }
        return excess(facts, amount).isPositive() ? overLimit(facts, amount) : withinLimit(facts, amount);
    }

    private static Reason withinLimit(CreditFacts facts, Money amount) {
        boolean byTolerance = facts.owed().plus(amount).exceeds(facts.limit());
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
        } else if (facts.owed().exceeds(facts.policy().declineLine(facts.limit()))) {
            verdict = Verdict.DECLINED;
        }
        return Reason.leadingTo(
                verdict,
                "limit-exceeded",
                "With this amount the exposure passes the limit by "
                        + facts.owed().plus(amount).minus(facts.limit()) + ".",
                limitInputs(facts, amount));
    }

    private static Map<String, Object> limitInputs(CreditFacts facts, Money amount) {
        return Map.of(
                "limit", facts.limit(),
                "ceiling", facts.ceiling(),
                "exposure", facts.owed(),
                "amount", amount,
                "exposureWithAmount", facts.owed().plus(amount));
    }

    private static Reason groupLimit(GroupRoom room, Money amount) {
        return Reason.leadingTo(
                Verdict.REFERRED,
                "group-limit-exceeded",
                room.isComparableWith(amount)
                        ? "With this amount the group of " + room.customerId() + " passes its limit."
                        : "What the group of " + room.customerId() + " owes cannot be compared with its limit.",
                Map.of(
                        "parentCustomerId", room.customerId(),
                        "limit", room.limit(),
                        "exposure", room.exposure(),
                        "otherCurrencies", room.otherCurrencies(),
                        "amount", amount));
    }
}
