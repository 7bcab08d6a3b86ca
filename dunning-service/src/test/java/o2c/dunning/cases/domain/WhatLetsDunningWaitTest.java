package o2c.dunning.cases.domain;

import static o2c.dunning.cases.domain.Given.account;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.invoice;
import static o2c.dunning.cases.domain.Given.overdue;
import static o2c.dunning.cases.domain.Given.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import o2c.dunning.cases.domain.Pause.Kind;
import o2c.kernel.BusinessCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What lets dunning wait?")
class WhatLetsDunningWaitTest {

    /** Due on Monday, 2 March; level 1 at +3 (Thursday 5th), level 2 at +10 (Thursday 12th). */
    private final Receivable late = overdue(invoice("F-1", day("2026-03-02"), "100.00"));

    @ParameterizedTest(name = "{0} until {1}: next step on {2}")
    @CsvSource({
        "HOLD, 2026-03-04, 2026-03-05",
        "HOLD, 2026-03-05, 2026-03-06",
        "PROMISE, 2026-03-06, 2026-03-09",
        "PLAN, 2026-03-31, 2026-04-01",
        "INQUIRY, 2026-03-13, 2026-03-16",
    })
    @DisplayName("The next step comes on the first business day after it, and none is skipped")
    void after(Kind kind, String until, String next) {
        Plan plan = plan(late.paused(List.of(new Pause(kind, day(until)))));

        assertThat(plan.stepsFrom(day("2026-03-03")).get(0).on()).isEqualTo(next);
        assertThat(plan.stepsFrom(day("2026-03-03")))
                .extracting(step -> step.step().level())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"HOLD, on-hold", "PROMISE, payment-promised", "PLAN, payment-plan", "INQUIRY, inquiry-open"})
    @DisplayName("It is the reason why there is no step")
    void reason(Kind kind, String reason) {
        Plan plan = plan(late.paused(List.of(new Pause(kind, day("2026-03-31")))));

        assertThat(plan.explain(day("2026-03-06")).reason().code()).isEqualTo(reason);
        assertThat(plan.explain(day("2026-03-04")).reason().code()).isEqualTo("next-step-later");
    }

    @Test
    @DisplayName("Of several the last one counts, also where one follows the other")
    void several() {
        List<Pause> pauses = List.of(
                new Pause(Kind.HOLD, day("2026-03-06")),
                new Pause(Kind.PROMISE, day("2026-03-10")),
                new Pause(Kind.INQUIRY, day("2026-03-09")));

        assertThat(plan(late.paused(pauses)).stepsFrom(day("2026-03-03")).get(0).on())
                .isEqualTo("2026-03-11");
        assertThat(plan(late.paused(pauses)).explain(day("2026-03-06")).reason())
                .isEqualTo(Reason.PAYMENT_PROMISED);
    }

    @Test
    @DisplayName("A courtesy lapses when the pause covers its day; the level reached stays")
    void courtesy() {
        Receivable early =
                invoice("F-2", day("2026-03-16"), "100.00").paused(List.of(new Pause(Kind.HOLD, day("2026-03-20"))));
        Receivable second = reached(late, 1, day("2026-03-05"), day("2026-03-05"))
                .paused(List.of(new Pause(Kind.PROMISE, day("2026-03-20"))));

        assertThat(plan(early).stepsFrom(day("2026-03-10")).get(0).step().level())
                .isEqualTo(1);
        assertThat(plan(second).stepsFrom(day("2026-03-10")).get(0))
                .isEqualTo(new PlannedStep(
                        day("2026-03-23"), Given.content().steps().get(2), 1));
    }

    private static Plan plan(Receivable one) {
        return account("0.00", one).planFor(one, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);
    }
}
