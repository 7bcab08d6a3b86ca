package o2c.policy.premiums.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.PremiumBasis;
import o2c.policy.clauses.domain.PremiumClauses;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does a policy cost?")
class WhatDoesAPolicyCostTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "CI-14 turnover,      12345678.90, 0.18,  20000, -,  0, 22222.22",
                "CI-14 month ends,    12915068.14, 0.025, -,     -,  0, 3228.77",
                "the minimum,         10000000,    0.18,  20000, -,  0, 20000",
                "fees come on top,    10000000,    0.18,  20000, 50, 3, 20150",
                "nothing agreed,      10000000,    -,     -,     -,  3, 0"
            })
    void premium(String title, String base, String rate, String minimum, String fee, int limits, String expected) {
        PremiumClauses clauses = new PremiumClauses(
                PremiumBasis.TURNOVER, rate == null ? null : Percentage.of(rate), eur(minimum), eur(fee));

        assertThat(Premium.of(eur(base), clauses, limits).amount()).isEqualTo(eur(expected));
    }

    private static Money eur(String amount) {
        return amount == null ? null : Money.padded(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
