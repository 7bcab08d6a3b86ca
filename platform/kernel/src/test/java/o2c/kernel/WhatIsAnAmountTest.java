package o2c.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is an amount?")
class WhatIsAnAmountTest {

    private static final Money ONE = Money.of("1.00", "EUR");

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("It has exactly the minor digits of its currency; written it may have fewer, never more")
    @CsvSource({
        "12.50, EUR, 12.50",
        "12.5, EUR, 12.50",
        "12, EUR, 12.00",
        "12.500, EUR, 12.50",
        "12.501, EUR, wrong-minor-digits",
        "12, JPY, 12",
        "12.5, JPY, wrong-minor-digits",
        "1.2345, BHD, wrong-minor-digits",
        "1, XAU, currency-without-minor-unit",
        "1000000000000000, EUR, amount-out-of-range"
    })
    void decimals(String written, String currency, String outcome) {
        assertThat(outcomeOf(written, currency)).isEqualTo(outcome);
    }

    @Test
    @DisplayName("Two currencies are never mixed")
    void currencies() {
        Money dollar = Money.of("1.00", "USD");

        assertThatThrownBy(() -> ONE.plus(dollar)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> ONE.compareTo(dollar)).isInstanceOf(RuleBroken.class);
        assertThat(ONE).isNotEqualTo(dollar);
    }

    private static String outcomeOf(String written, String code) {
        Currency currency = Currency.getInstance(code);
        try {
            return currency.getDefaultFractionDigits() < 0
                    ? new Money(new BigDecimal(written), currency).toString()
                    : Money.padded(new BigDecimal(written), currency).amount().toPlainString();
        } catch (RuleBroken refused) {
            return refused.code();
        }
    }
}
