package o2c.credit.checks.domain;

import static o2c.credit.checks.domain.Situation.TODAY;
import static o2c.credit.checks.domain.Situation.eur;
import static o2c.credit.checks.domain.Situation.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import o2c.credit.checks.domain.Counterfactual.Change;
import o2c.credit.exposure.domain.Overdue;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What would have to change for an approval?")
class WhatWouldHaveToChangeTest {

    @ParameterizedTest(name = "limit {0}, owes {1}, asks {2}: pay {3}, raise to {4}, order at most {5}")
    @CsvSource({
        "10000.00,  9000.00, 5000.00, 4000.00, 14000.00, 1000.00",
        "10000.00,  9999.99,  100.00,   99.99, 10099.99,    0.01",
        "10000.00, 10000.00,  100.00,  100.00, 10100.00,        ",
        "10000.00, 25000.00,  100.00, 15100.00, 25100.00,       ",
    })
    void overTheLimit(String limit, String owes, String asks, String pay, String raise, String order) {
        List<Change> changes = changes(Situation.withLimit(limit).owing(owes), asks);

        assertThat(amount(changes, "pay")).isEqualTo(eur(pay));
        assertThat(amount(changes, "raise-limit-to")).isEqualTo(eur(raise));
        assertThat(amount(changes, "order-at-most")).isEqualTo(order == null ? null : eur(order));
    }

    @Test
    @DisplayName("Applied, each change approves; one cent less does not")
    void exactlyEnough() {
        Situation situation = Situation.withLimit("5000.00").owing("4321.09").tolerance("1.50");
        Money asked = eur("1234.56");

        Money pay = amount(changes(situation, "1234.56"), "pay");
        assertThat(verdict(situation.facts().paid(pay), asked)).isEqualTo(Verdict.APPROVED);
        assertThat(verdict(situation.facts().paid(pay.minus(eur("0.01"))), asked))
                .isNotEqualTo(Verdict.APPROVED);

        Money most = amount(changes(situation, "1234.56"), "order-at-most");
        assertThat(verdict(situation.facts(), most)).isEqualTo(Verdict.APPROVED);
        assertThat(verdict(situation.facts(), most.plus(eur("0.01")))).isNotEqualTo(Verdict.APPROVED);
    }

    @Test
    @DisplayName("Paying clears overdue invoices from the oldest on")
    void overdue() {
        Overdue late = new Overdue(
                2,
                TODAY.minusDays(60),
                List.of(
                        new Overdue.Item(TODAY.minusDays(60), eur("300.00")),
                        new Overdue.Item(TODAY.minusDays(10), eur("500.00"))),
                List.of(eur("800.00")));

        assertThat(amount(
                        changes(
                                Situation.withLimit("10000.00")
                                        .owing("800.00")
                                        .overdue(late)
                                        .under(rule("age", "OLDEST_OVERDUE_DAYS", "AT_LEAST", "30")),
                                "10.00"),
                        "pay"))
                .isEqualTo(eur("300.00"));
    }

    @Test
    void insuranceHelpsWhereItIsWhatIsMissing() {
        List<Change> changes = changes(
                Situation.withLimit("10000.00")
                        .owing("600.00")
                        .insuredUpTo("500.00")
                        .under(rule("bare", "UNINSURED_AMOUNT", "MORE_THAN", "0")),
                "100.00");

        assertThat(amount(changes, "insure")).isEqualTo(eur("200.00"));
        assertThat(amount(changes, "raise-limit-to")).isNull();
    }

    @Test
    void aStoppedCoverMustBeResumed() {
        assertThat(changes(Situation.withLimit("10000.00").coverStoppedOn(TODAY), "100.00"))
                .extracting(Change::kind)
                .containsExactly("resume-cover");
    }

    @Test
    void whatIsApprovedIsToldHowFarItCouldGo() {
        assertThat(changes(Situation.withLimit("10000.00").owing("1.00"), "100.00"))
                .containsExactly(
                        new Change("order-at-most", eur("9999.00"), "Up to 9999.00 EUR the order would be approved."));
    }

    private static List<Change> changes(Situation situation, String asked) {
        return new Counterfactual(situation.facts(), Situation.order(eur(asked))).changes();
    }

    private static Verdict verdict(CreditFacts facts, Money asked) {
        return Situation.decide(facts, asked).verdict();
    }

    private static Money amount(List<Change> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind))
                .findFirst()
                .map(Change::amount)
                .orElse(null);
    }
}
