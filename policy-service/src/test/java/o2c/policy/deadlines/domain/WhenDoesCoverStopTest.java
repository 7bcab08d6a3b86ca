package o2c.policy.deadlines.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.deadlines.domain.StopHistory.Stop;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.PolicyTerms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When does cover stop, and by when must the insurer be told?")
class WhenDoesCoverStopTest {

    @ParameterizedTest(name = "{0}: invoiced {1}, due {2}, {3} {4} after {5}")
    @CsvSource({
        "CI-6 days,         2026-05-31, 2026-06-30, 60, days,   due,     2026-08-29, 2026-08-30, 2026-09-28",
        "CI-6 months,       2026-05-31, 2026-06-30, 2,  months, due,     2026-08-30, 2026-08-31, 2026-09-29",
        "CI-6 invoice day,  2026-05-31, 2026-06-30, 90, days,   invoice, 2026-08-29, 2026-08-30, 2026-09-28",
        "CI-17 days,        2025-12-01, 2026-03-31, 60, days,   due,     2026-05-30, 2026-05-31, 2026-06-29",
        "CI-17 months,      2025-12-01, 2026-03-31, 2,  months, due,     2026-05-31, 2026-06-01, 2026-06-30",
        "short month,       2025-12-01, 2025-12-31, 2,  months, due,     2026-02-28, 2026-03-01, 2026-03-30",
        "leap year,         2023-12-01, 2023-12-31, 2,  months, due,     2024-02-29, 2024-03-01, 2024-03-30",
        "no extension,      2026-05-31, 2026-06-30, 0,  days,   due,     2026-06-30, 2026-07-01, 2026-07-30"
    })
    void daysOfAnUnpaidReceivable(ArgumentsAccessor sample) {
        DeadlineRule rule = new DeadlineRule(
                new ExtensionPeriod(
                        sample.getInteger(3), Codes.choice(ExtensionPeriod.Unit.class, sample.getString(4), "/unit")),
                Codes.choice(ExtensionAnchor.class, sample.getString(5), "/extensionAnchor"),
                30,
                30,
                180);

        LocalDate from = rule.anchorOf(LocalDate.parse(sample.getString(1)), LocalDate.parse(sample.getString(2)));

        assertThat(rule.lastCoveredDay(from)).isEqualTo(sample.getString(6));
        assertThat(rule.stopOn(from)).isEqualTo(sample.getString(7));
        assertThat(rule.reportOn(from)).isEqualTo(sample.getString(8));
    }

    @Test
    @DisplayName("The oldest unpaid receivable counts, by its anchor day, then by its number")
    void theOldestCounts() {
        CoverDeadlines days = CoverDeadlines.of(
                        "P1",
                        terms(),
                        List.of(unpaid("LATER", "2026-02-01"), unpaid("B", "2026-01-31"), unpaid("A", "2026-01-31")))
                .orElseThrow();

        assertThat(days.oldest().number()).isEqualTo("A");
        assertThat(days.isStoppedOn(LocalDate.parse("2026-04-01"))).isFalse();
        assertThat(days.isStoppedOn(LocalDate.parse("2026-04-02"))).isTrue();
    }

    @Test
    @DisplayName("Without anything unpaid there is no deadline")
    void nothingUnpaid() {
        assertThat(CoverDeadlines.of("P1", terms(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("Stops that touch are one stop; it ends the day after the last of them")
    void stopsAreJoined() {
        StopHistory history = StopHistory.of(List.of(
                stop("2026-03-11", "2026-03-20"), stop("2026-03-01", "2026-03-10"), stop("2026-05-01", "2026-05-02")));

        assertThat(history.stops()).containsExactly(stop("2026-03-01", "2026-03-20"), stop("2026-05-01", "2026-05-02"));
        assertThat(history.resumedBy(LocalDate.parse("2026-04-15"))).contains(LocalDate.parse("2026-03-21"));
        assertThat(history.isStoppedOn(LocalDate.parse("2026-03-20"))).isTrue();
        assertThat(history.isStoppedOn(LocalDate.parse("2026-03-21"))).isFalse();
    }

    @Test
    @DisplayName("A stop lasts while its cause is unpaid, within the days of the policy version")
    void aStopLasts() {
        LocalDate first = LocalDate.parse("2026-01-01");
        LocalDate last = LocalDate.parse("2026-12-31");
        LocalDate stopOn = LocalDate.parse("2026-03-01");

        assertThat(Stop.within(first, last, stopOn, null)).contains(new Stop(stopOn, last));
        assertThat(Stop.within(first, last, stopOn, LocalDate.parse("2026-03-05")))
                .contains(stop("2026-03-01", "2026-03-04"));
        assertThat(Stop.within(first, last, stopOn, stopOn)).isEmpty();
    }

    private static Stop stop(String from, String until) {
        return new Stop(LocalDate.parse(from), LocalDate.parse(until));
    }

    private static Unpaid unpaid(String number, String dueOn) {
        return new Unpaid(number, "S1", number, LocalDate.parse("2026-01-01"), LocalDate.parse(dueOn), null);
    }

    private static PolicyTerms terms() {
        return PolicyTerms.plain(
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                Currency.getInstance("EUR"),
                Percentage.of("90.00"),
                CoverRule.SILO);
    }
}
