package o2c.credit.limits.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import o2c.contracts.CreditEvent;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which credit limit is in force?")
class WhichLimitIsInForceTest {

    private static final CreditLimits LIMITS = new CreditLimits(
            "C1",
            List.of(
                    limit(1, "50000.00", "2026-01-01", null),
                    limit(2, "80000.00", "2026-07-01", "2026-07-31"),
                    limit(3, "60000.00", "2026-10-01", "2026-12-31")));

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2025-12-31,",
        "2026-01-01, 50000.00",
        "2026-06-30, 50000.00",
        "2026-07-01, 80000.00",
        "2026-07-31, 80000.00",
        "2026-08-01, 50000.00",
        "2026-12-31, 60000.00",
        "2027-01-01, 50000.00",
    })
    void theVersionSetLastAmongThoseInForce(LocalDate day, String amount) {
        assertThat(LIMITS.inForceOn(day).map(limit -> limit.amount().amount().toPlainString()))
                .isEqualTo(java.util.Optional.ofNullable(amount));
    }

    @Test
    void theDayAfterATemporaryRaiseAnnouncesItsEndAndWhatCountsInstead() {
        assertThat(LIMITS.opening(LocalDate.of(2026, 8, 1)))
                .containsExactly(
                        new CreditEvent.LimitExpired("C1", eur("80000.00"), LocalDate.of(2026, 7, 31)),
                        new CreditEvent.CreditLimitChanged(
                                "C1", eur("50000.00"), LocalDate.of(2026, 8, 1), null, "yearly review"));
        assertThat(LIMITS.opening(LocalDate.of(2026, 7, 31))).isEmpty();
        assertThat(LIMITS.opening(LocalDate.of(2026, 8, 2))).isEmpty();
    }

    @Test
    void theEndOfTheOnlyLimitLeavesNone() {
        CreditLimits only = new CreditLimits("C1", List.of(limit(1, "500.00", "2026-01-01", "2026-01-31")));

        assertThat(only.opening(LocalDate.of(2026, 2, 1)))
                .contains(new CreditEvent.CreditLimitChanged(
                        "C1", null, LocalDate.of(2026, 2, 1), null, "limit-expired"));
    }

    @Test
    void anEndThatALaterVersionOverruledIsNotAnnounced() {
        CreditLimits overruled = new CreditLimits(
                "C1", List.of(limit(1, "500.00", "2026-01-01", "2026-01-31"), limit(2, "700.00", "2026-01-15", null)));

        assertThat(overruled.opening(LocalDate.of(2026, 2, 1))).isEmpty();
    }

    private static CreditLimit limit(int version, String amount, String from, String to) {
        return new CreditLimit(
                version, eur(amount), LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "yearly review");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
