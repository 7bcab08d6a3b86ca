package o2c.invoice.currency.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import o2c.invoice.currency.domain.ExchangeRate.Quotation;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is an amount worth in the base currency?")
class WhatIsAnAmountWorthTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    @ParameterizedTest(name = "{0} {1} at {2} {3} is {4}")
    @CsvSource({
        "100.00, USD, 0.92, BASE_PER_UNIT, 92.00",
        "110.00, USD, 1.10, UNITS_PER_BASE, 100.00",
        "1000, JPY, 0.0061, BASE_PER_UNIT, 6.10",
        "1.00, GBP, 1.155, BASE_PER_UNIT, 1.16",
        "1234567.89, USD, 1.0832, UNITS_PER_BASE, 1139741.41",
    })
    @DisplayName("amount times rate, rounded half up once")
    void worth(BigDecimal amount, String currency, BigDecimal rate, Quotation quotation, BigDecimal base) {
        Currency foreign = Currency.getInstance(currency);

        assertThat(ExchangeRate.told(foreign, DAY, rate, quotation).inBase(new Money(amount, foreign), EUR))
                .isEqualTo(new Money(base, EUR));
    }

    @ParameterizedTest(name = "set for 2026-01-05, on {0} stale: {1}")
    @CsvSource({"2026-01-05, false", "2026-01-10, false", "2026-01-11, true"})
    @DisplayName("a rate is stale after five days")
    void stale(LocalDate day, boolean stale) {
        assertThat(ExchangeRate.ofBase(EUR, DAY).isStaleOn(day)).isEqualTo(stale);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0, BASE_PER_UNIT",
        "-1, BASE_PER_UNIT",
        "0, UNITS_PER_BASE",
        "1000000001, BASE_PER_UNIT",
        "0.1234567890123, BASE_PER_UNIT"
    })
    @DisplayName("a rate that cannot be is refused")
    void refused(BigDecimal rate, Quotation quotation) {
        assertThatThrownBy(() -> ExchangeRate.told(Currency.getInstance("USD"), DAY, rate, quotation))
                .hasFieldOrPropertyWithValue("code", "rate-out-of-range")
                .hasFieldOrPropertyWithValue("pointer", "/rates/USD");
    }
}
