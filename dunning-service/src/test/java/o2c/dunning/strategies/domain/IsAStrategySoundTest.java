package o2c.dunning.strategies.domain;

import static o2c.dunning.cases.domain.Given.step;
import static o2c.dunning.strategies.domain.Channel.CALL;
import static o2c.dunning.strategies.domain.Channel.EMAIL;
import static o2c.dunning.strategies.domain.Channel.LETTER;
import static o2c.dunning.strategies.domain.Tone.NEUTRAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import o2c.dunning.cases.domain.Given;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Is a strategy sound")
class IsAStrategySoundTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("steps-missing", "/steps", List.of()),
                Arguments.of("levels-not-ascending", "/steps/1/level", List.of(at(2, 3, EMAIL), at(2, 10, EMAIL))),
                Arguments.of("levels-not-ascending", "/steps/1/level", List.of(at(2, 3, EMAIL), at(1, 10, EMAIL))),
                Arguments.of("steps-not-in-order", "/steps/1/daysFromDue", List.of(at(1, 3, EMAIL), at(2, 3, CALL))),
                Arguments.of("interval-too-short", "/steps/1/daysFromDue", List.of(at(1, 3, EMAIL), at(2, 8, LETTER))),
                Arguments.of(
                        "interval-too-short",
                        "/steps/2/daysFromDue",
                        List.of(at(1, 3, EMAIL), at(2, 5, CALL), at(3, 8, LETTER))),
                Arguments.of("courtesy-not-before-due", "/steps/0/level", List.of(at(0, 3, EMAIL))),
                Arguments.of("courtesy-not-before-due", "/steps/0/level", List.of(at(1, -3, EMAIL))),
                Arguments.of(
                        "minimum-negative", "/steps/0/minimumAmount", List.of(step(1, "x", 3, EMAIL, NEUTRAL, "-1"))));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("faults")
    @DisplayName("a fault is named, and so is the step")
    void named(String code, String pointer, List<StrategyStep> steps) {
        assertThatThrownBy(() -> new StrategyContent("faulty", steps))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.pointer()).isEqualTo(pointer);
                });
    }

    @Test
    @DisplayName("the courtesy and calls do not count for the interval between written steps")
    void notCounted() {
        assertThat(new StrategyContent(
                                "sound", List.of(at(0, -1, EMAIL), at(1, 1, EMAIL), at(2, 3, CALL), at(3, 7, LETTER)))
                        .steps())
                .hasSize(4);
    }

    @Test
    @DisplayName("the shipped plan is sound and ends with the agency proposal")
    void shipped() {
        assertThat(Given.content().lastStep().name()).isEqualTo("agency-proposal");
    }

    private static StrategyStep at(int level, int days, Channel channel) {
        return step(level, "step-" + level, days, channel, NEUTRAL, "0");
    }
}
