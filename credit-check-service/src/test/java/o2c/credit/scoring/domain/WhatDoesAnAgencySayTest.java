package o2c.credit.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import o2c.credit.scoring.domain.AgencyReport.KnownScale;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does an agency say?")
class WhatDoesAnAgencySayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} {1} → {2}, class {3}")
    @CsvSource({
        "CREDITSAFE, 71, 71.00, B",
        "CREDITSAFE, 0, 0.00, E",
        "PAYDEX, 100, 100.00, A",
        "COFACE_DEBTOR_RISK, 10, 100.00, A",
        "COFACE_DEBTOR_RISK, 1, 10.00, E",
        "SCORECARD_100_700, 100, 100.00, A",
        "SCORECARD_100_700, 700, 0.00, E",
        "SCORECARD_100_700, 400, 50.00, C",
    })
    @DisplayName("Directions differ; only what is normalised can be compared")
    void normalised(KnownScale scale, String value, String normalised, String riskClass) {
        AgencyReport report = report(scale, value);

        assertThat(report.normalised()).isEqualTo(normalised);
        assertThat(report.normalisedClass()).isEqualTo(riskClass);
    }

    @Test
    void aValueOutsideItsScaleIsRefused() {
        assertThatThrownBy(() -> report(KnownScale.SCORECARD_100_700, "99"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("value-outside-scale"));
    }

    @Test
    void aReportCountsForAYear() {
        AgencyReport report = new AgencyReport(
                "cs",
                new BigDecimal("80"),
                KnownScale.CREDITSAFE.scale(),
                DAY.minusDays(365),
                Map.of("attr-1", new BigDecimal("0.2")));
        KnownFacts fresh = new KnownFacts();
        report.tellTo(fresh, DAY);
        KnownFacts stale = new KnownFacts();
        report.tellTo(stale, DAY.plusDays(1));

        assertThat(fresh.of("agency-score").value()).isEqualTo("80.00");
        assertThat(fresh.of("attr-1").value()).isEqualTo("0.2");
        assertThat(stale.of("agency-score").state()).isEqualTo("stale");
        assertThat(stale.of("attr-1").state()).isEqualTo("stale");
    }

    private static AgencyReport report(KnownScale scale, String value) {
        return new AgencyReport("any", new BigDecimal(value), scale.scale(), DAY, null);
    }
}
