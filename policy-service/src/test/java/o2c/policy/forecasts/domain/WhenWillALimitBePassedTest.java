package o2c.policy.forecasts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.forecasts.domain.BreachForecast.Expected;
import o2c.policy.forecasts.domain.PaymentHabit.Paid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When will a limit be passed?")
class WhenWillALimitBePassedTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "an order passes it,            800, 2026-04-06:300,                  2026-04-06, 1100",
                "a payment comes first,         800, 2026-04-06:300 2026-04-05:-200,  -,          900",
                "a payment comes too late,      800, 2026-04-06:300 2026-04-07:-200,  2026-04-06, 1100",
                "both on one day,               800, 2026-04-06:300 2026-04-06:-200,  -,          900",
                "beyond the horizon,            800, 2026-06-01:300,                  -,          800",
                "passed already,                1001, 2026-04-06:-900,                2026-04-01, 1001",
                "to the limit and not beyond,   800, 2026-04-06:200,                  -,          1000",
                "an expectation of the past,    800, 2026-03-01:300,                  2026-04-01, 1100"
            })
    void breach(String title, String owed, String movements, String breachOn, String peak) {
        BreachForecast forecast = BreachForecast.of(
                TODAY,
                TODAY.plusDays(30),
                eur("1000"),
                eur(owed),
                Arrays.stream(movements.split(" "))
                        .map(WhenWillALimitBePassedTest::expected)
                        .toList());

        assertThat(forecast.breachOn()).isEqualTo(Optional.ofNullable(breachOn).map(LocalDate::parse));
        assertThat(forecast.peak()).isEqualTo(eur(peak));
    }

    @Test
    @DisplayName("A habit is the mean of days late, weighted by amount; nobody is expected to pay before tomorrow")
    void habit() {
        PaymentHabit habit = PaymentHabit.of(List.of(
                new Paid(eur("1000"), 10),
                new Paid(eur("5000"), -2),
                new Paid(eur("2500"), 45),
                new Paid(eur("500"), 0)));

        assertThat(habit).isEqualTo(new PaymentHabit(13, 4));
        assertThat(habit.expectedOn(TODAY, TODAY)).isEqualTo(TODAY.plusDays(13));
        assertThat(habit.expectedOn(TODAY.minusDays(60), TODAY)).isEqualTo(TODAY.plusDays(1));
        assertThat(PaymentHabit.of(List.of())).isEqualTo(new PaymentHabit(0, 0));
    }

    private static Expected expected(String text) {
        String[] parts = text.split(":");
        return new Expected(LocalDate.parse(parts[0]), eur(parts[1]));
    }

    private static Money eur(String amount) {
        return Money.padded(new BigDecimal(amount), EUR);
    }
}
