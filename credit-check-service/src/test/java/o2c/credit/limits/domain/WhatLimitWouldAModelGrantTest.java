package o2c.credit.limits.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import o2c.credit.limits.domain.LimitModels.Proposal;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What limit would a model grant?")
class WhatLimitWouldAModelGrantTest {

    @Test
    @DisplayName("Net worth 300,000, references 25,000, sales 240,000 with 21 percent at 45 days: 30,267.58 on average")
    void average() {
        LimitModels models = models("300000", "25000", "240000", "21.00", 30, 15);

        assertThat(models.proposals())
                .containsExactly(
                        new Proposal("net-worth", eur("30000.00"), "10 % of 300000"),
                        new Proposal("references", eur("25000.00"), "median of 1 limits"),
                        new Proposal("need", eur("35802.74"), "240000 × 1.21 × 45 ÷ 365"),
                        new Proposal("average", eur("30267.58"), "(30000.00 + 25000.00 + 35802.74) ÷ 3"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"20000 25000 40000, 25000.00", "10000 20000, 15000.00", "40000 10000 20000 30000, 25000.00"})
    void theMedianOfReferences(String references, String expected) {
        assertThat(models(null, references, null, null, null, null).proposals())
                .extracting(Proposal::amount)
                .containsExactly(eur(expected));
    }

    @Test
    @DisplayName("35 percent of tangible net worth 80,000 against 5 percent of turnover 700,000: 28,000")
    void rating() {
        LimitModels models = new LimitModels(
                Currency.getInstance("EUR"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("80000"),
                new BigDecimal("700000"),
                Percentage.of("35"),
                Percentage.of("5"));

        assertThat(models.proposals())
                .containsExactly(
                        new Proposal("rating", eur("28000.00"), "the smaller of 35 % of 80000 and 5 % of 700000"));
    }

    @Test
    void negativeWorthGrantsNothingAndNoInputsNoProposal() {
        assertThat(models("-5", null, null, null, null, null).proposals())
                .extracting(Proposal::amount)
                .containsExactly(eur("0.00"));
        assertThat(models(null, null, "1", null, null, null).proposals()).isEmpty();
    }

    private static LimitModels models(
            String worth, String references, String sales, String vat, Integer term, Integer delay) {
        return new LimitModels(
                Currency.getInstance("EUR"),
                decimal(worth),
                null,
                null,
                references == null
                        ? List.of()
                        : Stream.of(references.split(" ")).map(BigDecimal::new).toList(),
                decimal(sales),
                vat == null ? null : Percentage.of(vat),
                term,
                delay,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
