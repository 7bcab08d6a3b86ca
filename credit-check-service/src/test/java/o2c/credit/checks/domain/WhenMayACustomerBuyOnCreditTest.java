package o2c.credit.checks.domain;

import static o2c.credit.checks.domain.Situation.EUR;
import static o2c.credit.checks.domain.Situation.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.Overdue;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When may a customer buy on credit?")
class WhenMayACustomerBuyOnCreditTest {

    @ParameterizedTest(name = "limit {0}, owes {1}, asks {2}, tolerance {3} % → {4}, prepay {5}")
    @CsvSource({
        "10000.00,    0.00,  9999.99, 0.00, approved,",
        "10000.00,    0.00, 10000.00, 0.00, approved,",
        "10000.00,    0.00, 10000.01, 0.00, approved-with-prepayment, 0.01",
        "10000.00, 9000.00,  5000.00, 0.00, approved-with-prepayment, 4000.00",
        "10000.00, 10000.00, 5000.00, 0.00, approved-with-prepayment, 5000.00",
        "10000.00, 10000.01, 5000.00, 0.00, referred,",
        "10000.00, 20000.00, 5000.00, 0.00, referred,",
        "10000.00, 20000.01, 5000.00, 0.00, declined,",
        "10000.00, 10100.00,  100.00, 2.00, approved,",
        "10000.00, 10100.00,  100.01, 2.00, approved-with-prepayment, 0.01",
        "    0.00,    0.00,   100.00, 0.00, approved-with-prepayment, 100.00",
        "    0.00,    0.01,   100.00, 0.00, declined,",
        "10000.00, -500.00, 10500.00, 0.00, approved,",
    })
    void theLimitDecides(String limit, String owed, String asked, String tolerance, String verdict, String prepayment) {
        CreditDecision decision = Situation.decide(
                Situation.withLimit(limit).owing(owed).tolerance(tolerance).facts(), eur(asked));

        assertThat(decision.verdict().code()).isEqualTo(verdict);
        assertThat(decision.prepaymentAmount()).isEqualTo(prepayment == null ? null : eur(prepayment));
        assertThat(decision.available()).isEqualTo(eur(limit).minus(eur(owed)));
    }

    @Test
    @DisplayName(
            "38,250 + 4,100 + 6,000 − 1,500 + 3,500 passes 50,000: the order waits; one percent tolerance lets it go")
    void theOrderHoldExample() {
        Exposure exposure = new Exposure(eur("38250.00"), eur("4100.00"), eur("6000.00"), eur("0.00"), eur("1500.00"));
        Situation strict = Situation.withLimit("50000.00").having(exposure);

        assertThat(exposure.total()).isEqualTo(eur("46850.00"));
        CreditDecision waits = Situation.decide(strict.facts(), eur("3500.00"));
        assertThat(waits.verdict()).isEqualTo(Verdict.APPROVED_WITH_PREPAYMENT);
        assertThat(waits.prepaymentAmount()).isEqualTo(eur("350.00"));
        assertThat(Situation.decide(strict.tolerance("1.00").facts(), eur("3500.00"))
                        .verdict())
                .isEqualTo(Verdict.APPROVED);
    }

    @Test
    void withoutALimitOnFileAPersonDecides() {
        CreditDecision decision = Situation.decide(Situation.withoutLimit().facts(), eur("1.00"));

        assertThat(decision.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(decision.reasons()).extracting(Reason::code).containsExactly("no-credit-limit");
        assertThat(decision.limit()).isNull();
        assertThat(decision.available()).isNull();
    }

    @Test
    void aStoppedCoverIsReferredFromTheStopDayOn() {
        LocalDate stop = Situation.TODAY;
        Situation plenty = Situation.withLimit("10000.00");

        assertThat(Situation.decide(plenty.coverStoppedOn(stop.plusDays(1)).facts(), eur("1.00"))
                        .verdict())
                .isEqualTo(Verdict.APPROVED);
        CreditDecision stopped = Situation.decide(plenty.coverStoppedOn(stop).facts(), eur("1.00"));
        assertThat(stopped.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(stopped.reasons()).extracting(Reason::code).containsExactly("within-limit", "cover-stopped");
    }

    @Test
    void overdueInvoicesAreToldAndDecideNothing() {
        CreditDecision decision = Situation.decide(
                Situation.withLimit("10000.00")
                        .overdue(new Overdue(2, Situation.TODAY.minusDays(40)))
                        .facts(),
                eur("1.00"));

        assertThat(decision.verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(decision.reasons()).extracting(Reason::code).contains("overdue-receivables");
    }

    @Test
    void noPrepaymentIsAskedWhenAPersonMustDecideAnyway() {
        CreditDecision decision = Situation.decide(
                Situation.withLimit("10000.00").coverStoppedOn(Situation.TODAY).facts(), eur("12000.00"));

        assertThat(decision.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(decision.prepaymentAmount()).isNull();
    }

    @Test
    void currenciesThatCannotBeComparedAreReferred() {
        assertThat(Situation.decide(
                                Situation.withLimit("10000.00")
                                        .alsoOwing(List.of(Money.of("5.00", "USD")))
                                        .facts(),
                                eur("1.00"))
                        .reasons())
                .extracting(Reason::code)
                .contains("exposure-in-other-currency");
        assertThat(Situation.decide(
                                Situation.withLimit(Money.of("10000.00", "USD")).facts(), eur("1.00"))
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("limit-in-other-currency");
    }

    @ParameterizedTest(name = "limit 1000.00, owes 100.00 EUR and 500.00 USD at {0} of {1} days ago, asks {2}: {3}")
    @CsvSource({
        "0.9000, 0, 450.00, approved, 450.00",
        "0.9000, 0, 450.01, approved-with-prepayment, 450.00",
        "0.9000, 5, 450.00, approved, 450.00",
        "0.9000, 6, 450.00, referred, 450.00",
    })
    void whatIsOwedInOtherCurrenciesCountsAtItsRate(
            String rate, int daysAgo, String asked, String verdict, String available) {
        Situation situation = Situation.withLimit("1000.00")
                .owing("100.00")
                .owingDollars("500.00", rate, Situation.TODAY.minusDays(daysAgo));

        CreditDecision decision = Situation.decide(situation.facts(), eur(asked));
        assertThat(decision.verdict().code()).isEqualTo(verdict);
        assertThat(decision.available()).isEqualTo(eur(available));
    }

    @Test
    void theAnswerCountsSevenBusinessDates() {
        assertThat(Situation.decide(Situation.withoutLimit().facts(), eur("1.00"))
                        .expiresOn())
                .isEqualTo(Situation.TODAY.plusDays(7));
    }

    @Test
    void theLinesOfAnExposureAddUpToItsTotal() {
        Exposure exposure = new Exposure(eur("1.01"), eur("2.02"), eur("3.03"), eur("4.04"), eur("5.05"));

        assertThat(Money.sum(
                        exposure.lines().stream().map(line -> line.amount()).toList(), EUR))
                .isEqualTo(exposure.total())
                .isEqualTo(eur("-3.03"));
    }
}
