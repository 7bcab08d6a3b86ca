package o2c.dunning.calls.domain;

import static o2c.dunning.cases.domain.Given.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What follows a call?")
class WhatFollowsACallTest {

    private static final LocalDate THURSDAY = day("2026-03-05");

    @ParameterizedTest(name = "{0} after {1} tries, call back {2}: next call {3}, dunning waits until {4}")
    @CsvSource({
        "PROMISED, 0, , , ",
        "REFUSED, 0, , , ",
        "WRONG_NUMBER, 0, , , ",
        "NO_ANSWER, 0, , 2026-03-06, ",
        "NO_ANSWER, 1, , 2026-03-06, ",
        "NO_ANSWER, 2, , , ",
        "SAYS_PAID, 0, , , 2026-03-10",
        "CALL_BACK, 0, 2026-03-06, 2026-03-06, 2026-03-06",
        "CALL_BACK, 0, 2026-03-07, 2026-03-09, 2026-03-09",
        "CALL_BACK, 0, 2026-03-19, 2026-03-19, 2026-03-19",
    })
    @DisplayName("The outcome says when to try again and how long dunning waits")
    void follows(CallOutcome outcome, int tries, LocalDate callBackOn, LocalDate next, LocalDate wait) {
        assertThat(WhatFollows.of(outcome, tries, callBackOn, THURSDAY)).isEqualTo(new WhatFollows(next, wait));
    }

    @ParameterizedTest(name = "call back {0}: {1}")
    @CsvSource({", call-back-missing", "2026-03-05, call-back-in-past", "2026-03-20, call-back-too-late"})
    @DisplayName("A call back has a day within two weeks")
    void refused(LocalDate callBackOn, String code) {
        assertThatThrownBy(() -> WhatFollows.of(CallOutcome.CALL_BACK, 0, callBackOn, THURSDAY))
                .hasFieldOrPropertyWithValue("code", code);
    }
}
