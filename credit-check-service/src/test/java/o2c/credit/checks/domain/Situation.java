package o2c.credit.checks.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.cover.domain.Cover;
import o2c.credit.exposure.domain.Elsewhere;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.exposure.domain.Rate;
import o2c.credit.holds.domain.Condition;
import o2c.credit.holds.domain.Condition.Comparison;
import o2c.credit.holds.domain.HoldRule;
import o2c.credit.holds.domain.HoldRule.Effect;
import o2c.credit.holds.domain.HoldRules;
import o2c.credit.holds.domain.Measure;
import o2c.credit.holds.domain.Party;
import o2c.credit.holds.domain.Purpose;
import o2c.credit.limits.domain.CreditPolicy;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/** Facts for a credit decision, one thing at a time. */
record Situation(CreditFacts facts) {

    static final Currency EUR = Currency.getInstance("EUR");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static Situation withoutLimit() {
        return withLimit((Money) null);
    }

    static Situation withLimit(String limit) {
        return withLimit(eur(limit));
    }

    static Situation withLimit(Money limit) {
        return new Situation(new CreditFacts(
                TODAY,
                Exposure.none(EUR),
                limit,
                null,
                Elsewhere.NOTHING,
                Overdue.NONE,
                null,
                CreditPolicy.STANDARD,
                Standing.plain("C1"),
                List.of(),
                HoldRules.of(List.of())));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** The answer to an order of this amount on thirty days. */
    static CreditDecision decide(CreditFacts facts, Money amount) {
        return CreditDecision.on(facts, order(amount));
    }

    static Question order(Money amount) {
        return new Question("C1", Purpose.ORDER, "O1", amount, 30);
    }

    /** A rule for everybody with one condition; only a chief financial officer releases what it holds. */
    static HoldRule rule(String id, String measure, String comparison, String value) {
        Measure looksAt = Measure.valueOf(measure);
        return new HoldRule(
                id,
                1,
                TODAY,
                true,
                Effect.REFER,
                Set.of(),
                List.of(new Condition(
                        looksAt,
                        Comparison.valueOf(comparison),
                        new BigDecimal(value),
                        looksAt.isMoney() ? EUR : null)),
                null,
                null,
                null,
                List.of("cfo"),
                null);
    }

    Situation owing(String amount) {
        return having(Exposure.none(EUR).moved(ExposureKind.OPEN_INVOICES, eur(amount)));
    }

    Situation having(Exposure exposure) {
        return new Situation(facts.withExposure(exposure));
    }

    Situation tolerance(String percent) {
        CreditPolicy policy = facts.policy();
        return with(
                facts.elsewhere(),
                facts.overdue(),
                facts.cover(),
                new CreditPolicy(
                        1,
                        policy.effectiveFrom(),
                        policy.approvalThreshold(),
                        Percentage.of(percent),
                        policy.declineAbove(),
                        policy.checkValidity()));
    }

    Situation coverStoppedOn(LocalDate stopOn) {
        return new Situation(facts.withCover(new Cover("P1", null, null, stopOn, null)));
    }

    Situation insuredUpTo(String limit) {
        return new Situation(facts.withCover(new Cover("P1", null, null, null, eur(limit))));
    }

    Situation overdue(Overdue overdue) {
        return with(facts.elsewhere(), overdue, facts.cover(), facts.policy());
    }

    /** One overdue invoice, due so many days ago. */
    Situation overdue(int days, String open) {
        LocalDate due = TODAY.minusDays(days);
        return overdue(new Overdue(1, due, List.of(new Overdue.Item(due, eur(open))), List.of(eur(open))));
    }

    /** Owing in other currencies of which no rate is known. */
    Situation alsoOwing(List<Money> totals) {
        return with(new Elsewhere(List.of(), totals), facts.overdue(), facts.cover(), facts.policy());
    }

    /** Owing this much more in dollars, at a rate of a day. */
    Situation owingDollars(String amount, String rate, LocalDate ratedOn) {
        Currency dollar = Currency.getInstance("USD");
        Exposure dollars = Exposure.none(dollar).moved(ExposureKind.OPEN_INVOICES, Money.of(amount, "USD"));
        Elsewhere elsewhere = Elsewhere.of(
                List.of(dollars),
                EUR,
                each -> Optional.of(
                        each.equals(EUR) ? Rate.base(EUR, TODAY) : new Rate(dollar, new BigDecimal(rate), ratedOn)));
        return with(elsewhere, facts.overdue(), facts.cover(), facts.policy());
    }

    Situation under(HoldRule... rules) {
        return new Situation(facts.withRules(HoldRules.of(List.of(rules))));
    }

    Situation standing(Standing standing) {
        return new Situation(new CreditFacts(
                TODAY,
                facts.exposure(),
                facts.limit(),
                facts.limitRate(),
                facts.elsewhere(),
                facts.overdue(),
                facts.cover(),
                facts.policy(),
                standing,
                facts.group(),
                facts.rules()));
    }

    Situation standing(int brokenPromises, BigDecimal score, String insolvency, boolean human) {
        return standing(new Standing(
                new Party("C1", "NL", "business", "gold", "B", List.of("P1")),
                human,
                brokenPromises,
                score,
                insolvency));
    }

    Situation belonging(GroupRoom... rooms) {
        return new Situation(new CreditFacts(
                TODAY,
                facts.exposure(),
                facts.limit(),
                facts.limitRate(),
                facts.elsewhere(),
                facts.overdue(),
                facts.cover(),
                facts.policy(),
                facts.standing(),
                List.of(rooms),
                facts.rules()));
    }

    private Situation with(Elsewhere elsewhere, Overdue overdue, Cover cover, CreditPolicy policy) {
        return new Situation(new CreditFacts(
                TODAY,
                facts.exposure(),
                facts.limit(),
                facts.limitRate(),
                elsewhere,
                overdue,
                cover,
                policy,
                facts.standing(),
                facts.group(),
                facts.rules()));
    }
}
