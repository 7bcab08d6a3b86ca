package o2c.dunning.strategies.domain;

import static o2c.dunning.cases.domain.Given.content;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.standard;
import static o2c.dunning.cases.domain.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which version of a strategy is in force")
class WhichVersionIsInForceTest {

    private static final LocalDate TODAY = day("2026-01-05");
    private static final Strategy SHIPPED = new Strategy("standard-b2b", List.of(standard()));
    private static final StrategyContent SHORTER =
            new StrategyContent("Shorter", List.of(step(1, "reminder", 5, Channel.EMAIL, Tone.NEUTRAL, "0")));

    @ParameterizedTest(name = "on {0} version {1}")
    @CsvSource({"2026-01-05, 1", "2026-01-31, 1", "2026-02-01, 2", "2030-01-01, 2"})
    @DisplayName("a published version is in force from its first day on")
    void effectiveDated(LocalDate day, int version) {
        Strategy strategy = SHIPPED.draft(SHORTER, "anna").publish("bert", day("2026-02-01"), TODAY);

        assertThat(strategy.inForceOn(day).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    @DisplayName("a draft is never in force, and unchanged content makes no draft")
    void drafts() {
        Strategy drafted = SHIPPED.draft(SHORTER, "anna");

        assertThat(drafted.inForceOn(day("2030-01-01")).orElseThrow().version()).isEqualTo(1);
        assertThat(drafted.draft(SHORTER, "bert")).isEqualTo(drafted);
        assertThat(SHIPPED.draft(content(), "anna")).isEqualTo(SHIPPED);
    }

    @Test
    @DisplayName("each draft and each publication changes the revision")
    void revision() {
        Strategy drafted = SHIPPED.draft(SHORTER, "anna");
        Strategy published = drafted.publish("bert", TODAY, TODAY);

        assertThat(Stream.of(SHIPPED, drafted, published).map(Strategy::revision))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{1} publishes from {2}: {0}")
    @CsvSource({"four-eyes, anna, 2026-01-05", "valid-from-in-past, bert, 2026-01-04"})
    @DisplayName("the author does not publish, and nothing is put in force for days that are over")
    void refused(String code, String publisher, LocalDate validFrom) {
        Strategy drafted = SHIPPED.draft(SHORTER, "anna");

        assertThatThrownBy(() -> drafted.publish(publisher, validFrom, TODAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    @DisplayName("without a draft nothing can be published")
    void noDraft() {
        assertThatThrownBy(() -> SHIPPED.publish("bert", TODAY, TODAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.code()).isEqualTo("no-draft"));
    }
}
