package o2c.dunning.holds.domain;

import static o2c.dunning.cases.domain.Given.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import o2c.contracts.DunningEvent.DunningPaused;
import o2c.contracts.DunningEvent.DunningResumed;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How long does a hold last?")
class HowLongDoesAHoldLastTest {

    @ParameterizedTest(name = "until {0}: {1}")
    @CsvSource({
        "2026-03-08, hold-ends-in-past",
        "2026-03-09, set",
        "2026-06-09, set",
        "2026-06-10, hold-too-long",
    })
    @DisplayName("It has an end, 92 days away at most")
    void end(String until, String result) {
        if (result.equals("set")) {
            assertThat(set(until).events())
                    .hasOnlyElementsOfType(DunningPaused.class)
                    .hasSize(1);
        } else {
            assertThatThrownBy(() -> set(until)).hasFieldOrPropertyWithValue("code", result);
        }
    }

    @Test
    @DisplayName("It is over when the day after its last one opens, or when it is lifted, once")
    void over() {
        Hold hold = set("2026-03-20").next();

        assertThat(hold.opening(day("2026-03-20")).changedNothing()).isTrue();
        Decision<Hold> expired = hold.opening(day("2026-03-21"));
        assertThat(expired.next().status()).isEqualTo("expired");
        assertThat(((DunningResumed) expired.events().get(0)).cause()).isEqualTo("expired");
        assertThat(expired.next().opening(day("2026-03-22")).changedNothing()).isTrue();
        Hold lifted = hold.lift("anna", day("2026-03-10")).next();
        assertThat(lifted.status()).isEqualTo("lifted");
        assertThatThrownBy(() -> lifted.lift("anna", day("2026-03-10")))
                .hasFieldOrPropertyWithValue("code", "hold-ended");
    }

    private static Decision<Hold> set(String until) {
        return Hold.set(
                new UUID(0, 1),
                new Hold.Subject("C-1", null, null, null),
                new Hold.Grounds("talks", "anna", "bert"),
                new Hold.Term(day("2026-03-09"), day(until)));
    }
}
