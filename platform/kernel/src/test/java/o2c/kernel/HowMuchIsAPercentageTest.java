package o2c.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much is a percentage?")
class HowMuchIsAPercentageTest {

    @ParameterizedTest(name = "{0} % of {1} {2} is {3}")
    @DisplayName("Rounded half up to the minor digits of the currency")
    @CsvSource({
        "90.00, 100.00, EUR, 90.00",
        "90.00, 0.05, EUR, 0.05",
        "50.00, 0.01, EUR, 0.01",
        "50.00, -0.01, EUR, -0.01",
        "33.333333, 100.00, EUR, 33.33",
        "21.00, 99.99, EUR, 21.00",
        "50.00, 1, JPY, 1"
    })
    void halfUp(String percent, String whole, String currency, String part) {
        assertThat(Percentage.of(percent).of(Money.of(whole, currency))).isEqualTo(Money.of(part, currency));
    }

    @ParameterizedTest(name = "{0} of {1} is {2} %")
    @DisplayName("What share one amount is of another, to two decimals; of nothing it is zero")
    @CsvSource({"1.00, 3.00, 33.33", "2.00, 3.00, 66.67", "0.00, 3.00, 0.00", "1.00, 0.00, 0.00"})
    void share(String part, String whole, String percent) {
        assertThat(Percentage.share(Money.of(part, "EUR"), Money.of(whole, "EUR")))
                .isEqualTo(Percentage.of(percent));
    }
}
