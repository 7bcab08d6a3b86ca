package o2c.credit.checks.domain;

import static o2c.credit.checks.domain.Situation.TODAY;
import static o2c.credit.checks.domain.Situation.eur;
import static o2c.credit.checks.domain.Situation.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.holds.domain.Condition;
import o2c.credit.holds.domain.Condition.Comparison;
import o2c.credit.holds.domain.HoldRule;
import o2c.credit.holds.domain.HoldRule.Effect;
import o2c.credit.holds.domain.Measure;
import o2c.credit.holds.domain.Purpose;
import o2c.credit.holds.domain.Scope;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which rule holds an order?")
class WhichRuleHoldsAnOrderTest {

    @ParameterizedTest(name = "oldest overdue {0} days, at least {1}: holds {2}; more than: {3}")
    @CsvSource({"29, 30, false, false", "30, 30, true, false", "31, 30, true, true"})
    void age(int days, String threshold, boolean atLeast, boolean moreThan) {
        Situation late = plenty().overdue(days, "100.00");

        assertThat(holds(late, rule("age", "OLDEST_OVERDUE_DAYS", "AT_LEAST", threshold)))
                .isEqualTo(atLeast);
        assertThat(holds(late, rule("age", "OLDEST_OVERDUE_DAYS", "MORE_THAN", threshold)))
                .isEqualTo(moreThan);
        assertThat(holds(plenty(), rule("age", "OLDEST_OVERDUE_DAYS", "AT_LEAST", "0")))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} overdue, at least {1}: holds {2}; more than: {3}")
    @CsvSource({"999.99, 1000, false, false", "1000.00, 1000, true, false", "1000.01, 1000, true, true"})
    void sum(String open, String threshold, boolean atLeast, boolean moreThan) {
        Situation late = plenty().overdue(5, open);

        assertThat(holds(late, rule("sum", "OVERDUE_AMOUNT", "AT_LEAST", threshold)))
                .isEqualTo(atLeast);
        assertThat(holds(late, rule("sum", "OVERDUE_AMOUNT", "MORE_THAN", threshold)))
                .isEqualTo(moreThan);
    }

    @ParameterizedTest(name = "{0} invoices overdue, at least {1}: holds {2}; more than: {3}")
    @CsvSource({"1, 2, false, false", "2, 2, true, false", "3, 2, true, true"})
    void count(int invoices, String threshold, boolean atLeast, boolean moreThan) {
        Situation late = plenty().overdue(new Overdue(invoices, TODAY.minusDays(9)));

        assertThat(holds(late, rule("count", "OVERDUE_COUNT", "AT_LEAST", threshold)))
                .isEqualTo(atLeast);
        assertThat(holds(late, rule("count", "OVERDUE_COUNT", "MORE_THAN", threshold)))
                .isEqualTo(moreThan);
    }

    @ParameterizedTest(name = "{0} of 1000.00 overdue, at least 10 percent: holds {1}")
    @CsvSource({"99.99, true", "99.94, false", "100.00, true"})
    @DisplayName("A share of what is open, to two decimals")
    void share(String open, boolean expected) {
        assertThat(holds(plenty().owing("1000.00").overdue(5, open), rule("share", "OVERDUE_SHARE", "AT_LEAST", "10")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} broken promises, at least {1}: holds {2}")
    @CsvSource({"0, 1, false", "1, 1, true", "2, 1, true"})
    void brokenPromise(int broken, String threshold, boolean expected) {
        assertThat(holds(
                        plenty().standing(broken, null, null, false),
                        rule("promise", "BROKEN_PROMISES", "AT_LEAST", threshold)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "cover stopped {0} days ago, at least {1}: holds {2}")
    @CsvSource({"-1, 0, false", "0, 0, true", "13, 14, false", "14, 14, true"})
    void coverStop(int ago, String threshold, boolean expected) {
        assertThat(holds(
                        plenty().coverStoppedOn(TODAY.minusDays(ago)),
                        rule("cover-stopped", "COVER_STOPPED_DAYS", "AT_LEAST", threshold)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "insured up to {0}, owes 600.00, asks 100.00, uninsured more than 0: holds {1}")
    @CsvSource({"700.00, false", "699.99, true", "0.00, true"})
    void uninsured(String limit, boolean expected) {
        assertThat(holds(
                        plenty().owing("600.00").insuredUpTo(limit),
                        rule("bare", "UNINSURED_AMOUNT", "MORE_THAN", "0")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} {2} {3}: holds {4}")
    @CsvSource({
        "limit, UTILISATION, AT_LEAST, 2, false",
        "limit, UTILISATION, AT_LEAST, 1, true",
        "amount, AMOUNT, MORE_THAN, 100, false",
        "amount, AMOUNT, AT_LEAST, 100, true",
        "term, PAYMENT_TERM_DAYS, MORE_THAN, 30, false",
        "term, PAYMENT_TERM_DAYS, AT_LEAST, 30, true",
        "score, SCORE, LESS_THAN, 420, false",
        "score, SCORE, AT_MOST, 420, true",
    })
    void theOrderAndTheCustomer(String id, String measure, String comparison, String value, boolean expected) {
        assertThat(holds(
                        plenty().standing(0, new BigDecimal("420"), null, false), rule(id, measure, comparison, value)))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("All conditions of a rule must hold: two late invoices of a hundred are no alarm by themselves")
    void composite() {
        HoldRule both = new HoldRule(
                "late-and-much",
                1,
                TODAY,
                true,
                Effect.REFER,
                Set.of(),
                List.of(
                        new Condition(Measure.OVERDUE_COUNT, Comparison.AT_LEAST, new BigDecimal("2"), null),
                        new Condition(
                                Measure.OVERDUE_AMOUNT, Comparison.AT_LEAST, new BigDecimal("1000"), Situation.EUR)),
                null,
                null,
                null,
                null,
                null);

        assertThat(holds(plenty().overdue(two("199.99")), both)).isFalse();
        assertThat(holds(plenty().overdue(two("40000.00")), both)).isTrue();
    }

    @Test
    @DisplayName("A threshold in another currency is never passed over in silence")
    void notComparable() {
        HoldRule dollars = new HoldRule(
                "big",
                1,
                TODAY,
                true,
                Effect.DECLINE,
                Set.of(),
                List.of(new Condition(
                        Measure.AMOUNT,
                        Comparison.AT_LEAST,
                        new BigDecimal("1000000"),
                        java.util.Currency.getInstance("USD"))),
                null,
                null,
                null,
                null,
                null);
        CreditDecision decision = Situation.decide(plenty().under(dollars).facts(), eur("1.00"));

        assertThat(decision.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(reason(decision, "big").inputs()).containsEntry("notComparable", List.of("amount"));
    }

    @ParameterizedTest(name = "segment {0}, country {1}, customer {2}: holds {3}")
    @CsvSource({
        "gold, , , true",
        "silver, , , false",
        ", NL, , true",
        ", DE, , false",
        "gold, DE, , false",
        ", , C1, true",
        ", , P1, true",
        ", , C2, false"
    })
    @DisplayName("A rule is for whom its scope names; one for a parent is for everybody below it")
    void scope(String segment, String country, String customer, boolean expected) {
        Scope scope = new Scope(list(segment), list(country), null, null, list(customer));
        Situation known = plenty().standing(0, null, null, false);

        assertThat(holds(known, scoped(scope, null))).isEqualTo(expected);
        assertThat(holds(known, scoped(null, scope))).isEqualTo(!expected);
    }

    @Test
    @DisplayName("An exemption sets a rule aside, and it is told")
    void exempted() {
        HoldRule exemption = new HoldRule(
                "small-orders",
                3,
                TODAY,
                true,
                Effect.EXEMPT,
                Set.of(),
                List.of(new Condition(Measure.AMOUNT, Comparison.AT_MOST, new BigDecimal("250"), Situation.EUR)),
                null,
                null,
                List.of("age"),
                null,
                null);
        HoldRule age = rule("age", "OLDEST_OVERDUE_DAYS", "AT_LEAST", "30");
        CreditFacts late = plenty().overdue(60, "100.00").under(age, exemption).facts();

        CreditDecision small = Situation.decide(late, eur("250.00"));
        assertThat(small.verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(reason(small, "age").inputs()).containsEntry("exemptedBy", "small-orders");
        assertThat(Situation.decide(late, eur("250.01")).verdict()).isEqualTo(Verdict.REFERRED);
    }

    @Test
    @DisplayName("A rule that was switched off holds nothing, be it the standard one")
    void switchedOff() {
        HoldRule off = new HoldRule(
                "cover-stopped",
                1,
                TODAY,
                false,
                Effect.REFER,
                Set.of(),
                HoldRule.STANDARD.get(0).conditions(),
                null,
                null,
                null,
                null,
                null);

        assertThat(Situation.decide(plenty().coverStoppedOn(TODAY).facts(), eur("1.00"))
                        .verdict())
                .isEqualTo(Verdict.REFERRED);
        assertThat(holds(plenty().coverStoppedOn(TODAY), off)).isFalse();
    }

    @ParameterizedTest(name = "a check of {0} → {1}")
    @CsvSource({"QUOTE, REFERRED", "ORDER, REFERRED", "SHIPMENT, REFERRED", "INVOICE, APPROVED"})
    @DisplayName("What was delivered is never kept from being invoiced, and everything is told all the same")
    void delivered(Purpose purpose, Verdict expected) {
        CreditDecision decision = CreditDecision.on(
                plenty().overdue(60, "100.00")
                        .under(rule("age", "OLDEST_OVERDUE_DAYS", "AT_LEAST", "30"))
                        .facts(),
                new Question("C1", purpose, "O1", eur("100.00"), null));

        assertThat(decision.verdict()).isEqualTo(expected);
        assertThat(reason(decision, "age").weight()).isEqualTo("referred");
        assertThat(decision.reasons().stream().anyMatch(one -> one.code().equals("already-delivered")))
                .isEqualTo(purpose == Purpose.INVOICE);
    }

    @Test
    @DisplayName("An insolvent customer gets no credit; a human being is declined by a person only")
    void insolvent() {
        CreditFacts company = plenty().standing(0, null, "bankruptcy", false).facts();
        CreditFacts human =
                plenty().standing(0, null, "natural-person-scheme", true).facts();

        assertThat(Situation.decide(company, eur("1.00")).verdict()).isEqualTo(Verdict.DECLINED);
        CreditDecision answer = Situation.decide(human, eur("1.00"));
        assertThat(answer.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(answer.reasons()).extracting(Reason::code).contains("insolvent", "human-review");
    }

    @ParameterizedTest(name = "the group owes {0} of 1000.00 and 100.00 is asked: {1}")
    @CsvSource({"900.00, APPROVED", "900.01, REFERRED"})
    @DisplayName("The limit of a parent stops its children")
    void group(String owed, Verdict expected) {
        CreditFacts child = plenty().belonging(new GroupRoom("P1", eur("1000.00"), eur(owed), List.of()))
                .facts();

        assertThat(Situation.decide(child, eur("100.00")).verdict()).isEqualTo(expected);
    }

    @Test
    @DisplayName("What a group owes in other currencies makes a person look")
    void groupInOtherCurrencies() {
        CreditFacts child = plenty().belonging(
                        new GroupRoom("P1", eur("1000.00"), eur("0.00"), List.of(Money.of("1.00", "USD"))))
                .facts();

        assertThat(Situation.decide(child, eur("1.00")).reasons())
                .extracting(Reason::code)
                .contains("group-limit-exceeded");
    }

    private static Situation plenty() {
        return Situation.withLimit("10000.00");
    }

    private static Overdue two(String together) {
        return new Overdue(2, TODAY.minusDays(5), List.of(), List.of(eur(together)));
    }

    private static HoldRule scoped(Scope appliesTo, Scope except) {
        return new HoldRule(
                "scoped",
                1,
                TODAY,
                true,
                Effect.REFER,
                Set.of(),
                List.of(new Condition(Measure.OVERDUE_COUNT, Comparison.AT_LEAST, BigDecimal.ZERO, null)),
                appliesTo,
                except,
                null,
                null,
                null);
    }

    private static List<String> list(String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static boolean holds(Situation situation, HoldRule rule) {
        CreditDecision decision = Situation.decide(situation.under(rule).facts(), eur("100.00"));
        boolean told =
                decision.reasons().stream().anyMatch(reason -> reason.code().equals(rule.ruleId()));
        assertThat(decision.verdict()).isEqualTo(told ? Verdict.REFERRED : Verdict.APPROVED);
        return told;
    }

    private static Reason reason(CreditDecision decision, String code) {
        return decision.reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
