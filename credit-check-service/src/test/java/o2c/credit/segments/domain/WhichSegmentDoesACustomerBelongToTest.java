package o2c.credit.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import o2c.credit.holds.domain.Party;
import o2c.credit.holds.domain.Scope;
import o2c.credit.segments.domain.SegmentRule.FactCondition;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which segment does a customer belong to?")
class WhichSegmentDoesACustomerBelongToTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest(name = "class {0}, {1} days overdue → {2}")
    @CsvSource({"E, 40, risky", "E, 0, risky", "A, 40, late", "A, 15, late", "A, 14, ", "A, 60, ", "A, , ", ", 20, late"
    })
    @DisplayName("Exactly one: the first by rank whose scope and conditions he meets")
    void first(String riskClass, String days, String expected) {
        SegmentRule late = new SegmentRule(
                "late",
                1,
                DAY,
                20,
                true,
                null,
                List.of(new FactCondition("oldest-overdue-days", new BigDecimal("15"), new BigDecimal("60"))));
        SegmentRule risky =
                new SegmentRule("risky", 1, DAY, 10, true, new Scope(null, null, null, List.of("E"), null), null);
        SegmentRule closed = new SegmentRule("all", 1, DAY, 1, false, null, null);
        Party party = new Party("C1", "NL", "business", null, riskClass, null);
        Map<String, BigDecimal> facts = days == null ? Map.of() : Map.of("oldest-overdue-days", new BigDecimal(days));

        assertThat(SegmentRule.of(List.of(late, risky, closed), party, facts::get)
                        .map(SegmentRule::segmentId)
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("condition-empty", () -> new FactCondition("x", null, null));
        refused("segment-reserved", () -> new SegmentRule("standard", 1, DAY, 1, true, null, null));
        refused("segment-id-malformed", () -> new SegmentRule("No Way", 1, DAY, 1, true, null, null));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
