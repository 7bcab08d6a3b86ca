package o2c.invoice.disputerisk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.disputerisk.domain.DisputeRisk.Deviation;
import o2c.invoice.disputerisk.domain.DisputeRisk.Facts;
import o2c.invoice.disputerisk.domain.DisputeRisk.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What might a customer object to?")
class WhatMightACustomerObjectToTest {

    private static final LocalDate ISSUED = LocalDate.parse("2026-01-20");

    @ParameterizedTest(name = "order {0}, delivery {1}, proof {2}, terms {3}, alone {4}, delivered {5}: {6}, {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                "true, true, true, true, true, 2026-01-06, 0, ''",
                "true, true, false, true, true, 2026-01-06, 30, proof-of-delivery-missing",
                "false, true, true, true, true, 2026-01-06, 20, order-reference-missing",
                "true, false, true, true, true, 2026-01-06, 10, delivery-reference-missing",
                "true, true, true, false, true, 2026-01-06, 10, terms-not-accepted",
                "true, true, true, true, false, 2026-01-06, 40, duplicate-likely",
                "true, true, true, true, true, 2026-01-05, 10, invoiced-late",
                "true, true, true, true, true, -, 5, delivery-day-missing",
            })
    @DisplayName("each thing by itself")
    void each(
            boolean order,
            boolean delivery,
            boolean proof,
            boolean terms,
            boolean alone,
            LocalDate deliveredOn,
            int score,
            String code) {
        DisputeRisk risk =
                DisputeRisk.of(new Facts(ISSUED, deliveredOn, order, delivery, proof, terms, !alone, 14, List.of()));

        assertThat(risk.score()).isEqualTo(score);
        assertThat(risk.reasons()).extracting(Reason::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest(name = "{0} where the order says {1} weighs {2}")
    @CsvSource({"10.00, 10.00, 0", "10.0, 10.00, 0", "10.01, 10.00, 50", "9.99, 10.00, 10"})
    @DisplayName("a price that is not the order's, above all a higher one")
    void price(BigDecimal price, BigDecimal ordered, int weight) {
        List<Deviation> deviations = List.of(new Deviation(1, price, ordered));

        assertThat(DisputeRisk.of(new Facts(ISSUED, ISSUED, true, true, true, true, false, 14, deviations))
                        .score())
                .isEqualTo(weight);
    }

    @Test
    @DisplayName("everything at once counts as certain, no more")
    void all() {
        List<Deviation> deviations = List.of(new Deviation(1, BigDecimal.TEN, BigDecimal.ONE));

        DisputeRisk risk = DisputeRisk.of(new Facts(ISSUED, null, false, false, false, false, true, 14, deviations));

        assertThat(risk.score()).isEqualTo(100);
        assertThat(risk.reasons()).hasSize(7);
    }
}
