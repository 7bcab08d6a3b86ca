package o2c.policy.claims.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.claims.domain.Indemnity.Left;
import o2c.policy.clauses.domain.DeductionOrder;
import o2c.policy.clauses.domain.LossClauses;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does the insurer pay for a loss, and who gets what is recovered?")
class WhatDoesTheInsurerPayTest {

    private static final Percentage NINETY = Percentage.of("90.00");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "CI-9a minimum retention,        5000,     85, -,    -,    AFTER,  1000, -,    -,      4000",
                "CI-9b plain,                    90000,    90, -,    -,    AFTER,  -,    -,    -,      81000",
                "CI-9c deducted after,           90000,    90, -,    2500, AFTER,  -,    -,    -,      78500",
                "CI-9c deducted before,          90000,    90, -,    2500, BEFORE, -,    -,    -,      78750",
                "CI-9d at the threshold,         1000.00,  90, 1000, -,    AFTER,  -,    -,    -,      0",
                "CI-9d above the threshold,      1000.01,  90, 1000, -,    AFTER,  -,    -,    -,      900.01",
                "CI-10 first loss takes all,     20000,    90, -,    -,    AFTER,  -,    25000, -,     0",
                "CI-10 first loss takes the rest,40000,    90, -,    -,    AFTER,  -,    7000, -,      29000",
                "CI-11 maximum liability,        60000,    90, -,    -,    AFTER,  -,    -,    25000,  25000",
                "CI-12 all of them,              85123.45, 90, -,    1000, AFTER,  -,    5000, 500000, 70611.11",
                "CI-12 capped,                   85123.45, 90, -,    1000, AFTER,  -,    5000, 50000,  50000",
                "CI-13,                          25000,    90, -,    -,    AFTER,  -,    -,    -,      22500",
                "a deduction above the loss,     900,      90, -,    1000, AFTER,  -,    -,    -,      0",
                "a deduction first above it,     900,      90, -,    1000, BEFORE, -,    -,    -,      0",
                "a retention above the loss,     900,      90, -,    -,    AFTER,  1000, -,    -,      0",
                "a liability used up,            900,      90, -,    -,    AFTER,  -,    -,    0,      0"
            })
    void indemnity(ArgumentsAccessor row) {
        LossClauses clauses = new LossClauses(
                eur(row.getString(3)),
                eur(row.getString(4)),
                DeductionOrder.valueOf(row.getString(5)),
                eur(row.getString(6)),
                null,
                null);
        Left left = new Left(eur(row.getString(7)), eur(row.getString(8)));

        Indemnity indemnity = Indemnity.of(eur(row.getString(1)), Percentage.of(row.getString(2)), clauses, left);

        assertThat(indemnity.amount()).isEqualTo(eur(row.getString(9)));
        assertThat(indemnity.steps().get(indemnity.steps().size() - 1).amount()).isEqualTo(indemnity.amount());
    }

    @Test
    @DisplayName("CI-10 the aggregate first loss is used up claim by claim")
    void aggregateFirstLoss() {
        LossClauses clauses = new LossClauses(null, null, null, null, eur("25000"), eur("100000"));

        Indemnity first = Indemnity.of(eur("20000"), NINETY, clauses, Left.of(clauses));
        Indemnity second =
                Indemnity.of(eur("40000"), NINETY, clauses, Left.of(clauses).after(first));

        assertThat(first.amount()).isEqualTo(eur("0"));
        assertThat(first.aggregateFirstLossLeft()).isEqualTo(eur("7000"));
        assertThat(second.amount()).isEqualTo(eur("29000"));
        assertThat(second.aggregateFirstLossLeft()).isEqualTo(eur("0"));
        assertThat(second.maximumLiabilityLeft()).isEqualTo(eur("71000"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CI-13,            30000, 25000, 22500, 10000, 0,    7500, 2500, 8333.33",
        "CI-13 with costs, 30000, 25000, 22500, 10000, 500,  7125, 2375, 8333.33",
        "all was insured,  10000, 10000, 9000,  1000,  0,    900,  100,  1000",
        "nothing was paid, 10000, 5000,  0,     1000,  0,    0,    1000, 500",
        "costs take all,   10000, 10000, 9000,  100,   100,  0,    0,    100"
    })
    @DisplayName("After the day of loss each side gets the share it bears")
    void recovery(ArgumentsAccessor row) {
        RecoverySharing sharing = RecoverySharing.of(
                eur(row.getString(4)),
                eur(row.getString(5)),
                new RecoverySharing.Loss(eur(row.getString(1)), eur(row.getString(2)), eur(row.getString(3))));

        assertThat(sharing.insurer()).isEqualTo(eur(row.getString(6)));
        assertThat(sharing.seller()).isEqualTo(eur(row.getString(7)));
        assertThat(sharing.onCoveredPart()).isEqualTo(eur(row.getString(8)));
    }

    @Test
    @DisplayName("Costs are never more than the recovery")
    void costs() {
        RecoverySharing.Loss loss = new RecoverySharing.Loss(eur("100"), eur("100"), eur("90"));

        assertThatThrownBy(() -> RecoverySharing.of(eur("10"), eur("10.01"), loss))
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo("costs-exceed-recovery");
    }

    private static Money eur(String amount) {
        return amount == null ? null : Money.padded(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
