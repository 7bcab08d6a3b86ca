package o2c.invoice.openings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Do the items meet the control totals?")
class DoTheItemsMeetTheControlTotalsTest {

    @ParameterizedTest(name = "items {0}, totals {1}: {2}")
    @CsvSource({
        "10.00 EUR|5.50 EUR, 15.50 EUR, ",
        "10.00 EUR|7.00 USD, 10.00 EUR|7.00 USD, ",
        "'', '', ",
        "'', 0.00 EUR, ",
        "10.00 EUR, 10.01 EUR, control-total-mismatch",
        "10.00 EUR|7.00 USD, 10.00 EUR, control-total-mismatch",
        "10.00 EUR, 10.00 EUR|7.00 USD, control-total-mismatch",
        "10.00 EUR, 5.00 EUR|5.00 EUR, control-total-repeated",
    })
    @DisplayName("each currency to the cent, and no other currency")
    void meet(String items, String totals, String code) {
        RuleBroken broken = catchThrowableOfType(RuleBroken.class, () -> {
            ControlTotals control = new ControlTotals(money(totals));
            money(items).forEach(control::add);
            control.check();
        });

        assertThat(broken == null ? null : broken.code()).isEqualTo(code);
    }

    private static List<Money> money(String amounts) {
        return amounts.isEmpty()
                ? List.of()
                : Arrays.stream(amounts.split("\\|"))
                        .map(amount -> Money.of(amount.split(" ")[0], amount.split(" ")[1]))
                        .toList();
    }
}
