package o2c.credit.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.credit.scoring.domain.Characteristic.Bin;
import o2c.credit.scoring.domain.Characteristic.Points;
import o2c.credit.scoring.domain.Scorecard.RiskClass;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is a score made of?")
class WhatIsAScoreMadeOfTest {

    @ParameterizedTest(name = "{0} days late, Z'' {1} → {2}, class {3}, {4} known")
    @CsvSource({
        "0, 3.00, 630, A, 2",
        "0.9999, 1.10, 550, B, 2",
        "1, 1.0999, 420, C, 2",
        "60, 0, 420, C, 2",
        "61, , 360, C, 1",
        ", , 500, , 0",
    })
    void baseAndContributionsAddUp(String days, String z, String score, String riskClass, int known) {
        KnownFacts facts = new KnownFacts()
                .with("weighted-days-late", decimal(days), "behaviour")
                .with("altman-z-double-prime", decimal(z), "financial-statement");
        Score answer = card(1).score(facts);

        assertThat(answer.score()).isEqualByComparingTo(score);
        assertThat(answer.riskClass()).isEqualTo(riskClass);
        assertThat(answer.known()).isEqualTo(known);
        assertThat(answer.contributions().stream().map(Contribution::points).reduce(answer.base(), BigDecimal::add))
                .isEqualTo(answer.score());
    }

    @Test
    @DisplayName("What is missing is told with its state and its reason, not as zero")
    void missing() {
        KnownFacts facts = new KnownFacts().computed("altman-z-double-prime", Optional.empty(), "financial-statement");
        List<Contribution> contributions = card(1).score(facts).contributions();

        assertThat(contributions)
                .contains(
                        new Contribution(
                                "weighted-days-late", "missing", null, null, new BigDecimal("0"), "no-history"),
                        new Contribution(
                                "altman-z-double-prime",
                                "not-computable",
                                null,
                                "financial-statement",
                                new BigDecimal("0"),
                                "no-history"));
    }

    @Test
    @DisplayName("With too little known there is a score and no class")
    void tooLittle() {
        assertThat(card(2).score(new KnownFacts().with("weighted-days-late", BigDecimal.ONE, "behaviour"))
                        .riskClass())
                .isNull();
    }

    @Test
    void aCardWithGapsIsRefused() {
        refused(
                "bins-with-gaps",
                () -> new Characteristic(
                        "x", List.of(bin(null, "1"), bin("2", null)), new Points(BigDecimal.ZERO, "none")));
        refused(
                "bins-with-gaps",
                () -> new Characteristic("x", List.of(bin("0", null)), new Points(BigDecimal.ZERO, "none")));
        refused("classes-out-of-order", () -> card(List.of(risk("A", "100"), risk("B", "200")), 1));
        refused("classes-missing", () -> card(List.of(), 1));
    }

    @Test
    void theStandardCardIsSound() {
        Scorecard standard = StandardScorecard.version0();

        assertThat(standard.score(new KnownFacts()).riskClass()).isNull();
        assertThat(standard.isWorse("E", "A")).isTrue();
        assertThat(standard.isWorse("A", "E")).isFalse();
        assertThat(standard.isWorse("A", null)).isFalse();
        assertThat(standard.reviewDays("E")).isEqualTo(30);
        assertThat(standard.reviewDays(null)).isEqualTo(30);
    }

    private static Scorecard card(int leastKnown) {
        return card(List.of(risk("A", "600"), risk("B", "500"), risk("C", "0")), leastKnown);
    }

    private static Scorecard card(List<RiskClass> classes, int leastKnown) {
        Points none = new Points(BigDecimal.ZERO, "no-history");
        return new Scorecard(
                "test",
                1,
                LocalDate.of(2026, 1, 1),
                null,
                new BigDecimal("500"),
                leastKnown,
                List.of(
                        new Characteristic(
                                "weighted-days-late",
                                List.of(points(null, "1", "50"), points("1", "61", "20"), points("61", null, "-140")),
                                none),
                        new Characteristic(
                                "altman-z-double-prime",
                                List.of(
                                        points(null, "1.10", "-100"),
                                        points("1.10", "2.60", "0"),
                                        points("2.60", null, "80")),
                                none)),
                classes);
    }

    private static RiskClass risk(String name, String from) {
        return new RiskClass(name, new BigDecimal(from), 90);
    }

    private static Bin bin(String from, String below) {
        return points(from, below, "1");
    }

    private static Bin points(String from, String below, String points) {
        return new Bin(decimal(from), decimal(below), new BigDecimal(points), "code");
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
