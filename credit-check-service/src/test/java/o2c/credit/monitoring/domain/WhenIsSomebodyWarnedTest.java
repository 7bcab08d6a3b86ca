package o2c.credit.monitoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When is somebody warned?")
class WhenIsSomebodyWarnedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest(name = "{0} of {1} → level {2}, {3} percent")
    @CsvSource({
        "799.99, 1000.00, 0, 80.00",
        "800.00, 1000.00, 80, 80.00",
        "949.99, 1000.00, 80, 95.00",
        "950.00, 1000.00, 95, 95.00",
        "1000.00, 1000.00, 100, 100.00",
        "-5.00, 1000.00, 0, 0.00",
        "0.00, 0.00, 0, 0.00",
        "0.01, 0.00, 100, 100.00",
    })
    void ofALimitThatFillsUp(String owed, String limit, int level, String share) {
        Utilisation utilisation = new Utilisation(eur(owed), eur(limit));

        assertThat(utilisation.level()).isEqualTo(level);
        assertThat(utilisation.share().value()).isEqualTo(share);
    }

    @ParameterizedTest(name = "{0} thirty days ago, {1} now, limit 1000.00 → crossed on {2}")
    @CsvSource({
        "500.00, 800.00, 2026-04-21",
        "500.00, 1000.00, 2026-04-01",
        "800.00, 800.00,",
        "900.00, 800.00,",
        "500.00, 1000.01,",
        "799.99, 800.00,",
    })
    @DisplayName("The day a limit is crossed, if it goes on like this")
    void crossing(String before, String now, LocalDate expected) {
        assertThat(new Utilisation(eur(now), eur("1000.00"))
                        .crossingAfter(DAY, eur(before), DAY.minusDays(30))
                        .orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at {1} is seen: {2}")
    @CsvSource({
        "DAYS_LATE_RISING, 9.9999, false",
        "DAYS_LATE_RISING, 10, true",
        "LONG_OVERDUE, 29, false",
        "LONG_OVERDUE, 30, true",
        "COVER_STOPPED, 0, false",
        "COVER_STOPPED, 1, true",
        "COVER_CUT, 50, false",
        "COVER_CUT, 49.99, true",
        "PROMISES_BROKEN, 50, false",
        "PROMISES_BROKEN, 49.99, true",
        "ACCOUNTS_IN_DISTRESS, 1.10, false",
        "ACCOUNTS_IN_DISTRESS, 1.0999, true",
        "LONG_OVERDUE, , false",
    })
    void ofASign(WarningSign sign, String value, boolean seen) {
        BigDecimal figure = value == null ? null : new BigDecimal(value);

        assertThat(sign.seenIn(fact -> figure).isPresent()).isEqualTo(seen);
        assertThat(WarningSign.of(sign.code())).isEqualTo(sign);
    }

    @Test
    @DisplayName("A review is due by class; a worse class brings it nearer, a better one never pushes it away")
    void review() {
        Review review = Review.after(UUID.randomUUID(), "C1", "A", DAY, 365);

        assertThat(review.dueOn()).isEqualTo(DAY.plusDays(365));
        assertThat(review.inClass("D", 90, DAY.plusDays(10)).dueOn()).isEqualTo(DAY.plusDays(90));
        assertThat(review.inClass("D", 90, DAY.plusDays(200)).dueOn()).isEqualTo(DAY.plusDays(200));
        assertThat(review.inClass("D", 90, DAY).inClass("A", 365, DAY).dueOn()).isEqualTo(DAY.plusDays(90));
        assertThat(review.isOverdueOn(DAY.plusDays(365))).isFalse();
        assertThat(review.isOverdueOn(DAY.plusDays(366))).isTrue();
        Review done = review.done("kept", "fine", "somebody", DAY.plusDays(5));
        assertThat(done.isOverdueOn(DAY.plusDays(999))).isFalse();
        assertThatThrownBy(() -> done.done("kept", "fine", "somebody", DAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("review-done"));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
