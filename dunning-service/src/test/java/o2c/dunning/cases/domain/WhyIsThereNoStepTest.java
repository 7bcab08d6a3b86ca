package o2c.dunning.cases.domain;

import static o2c.dunning.cases.domain.Given.account;
import static o2c.dunning.cases.domain.Given.contested;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.invoice;
import static o2c.dunning.cases.domain.Given.knownOn;
import static o2c.dunning.cases.domain.Given.overdue;
import static o2c.dunning.cases.domain.Given.paid;
import static o2c.dunning.cases.domain.Given.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import o2c.kernel.BusinessCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Why is there no step on a day")
class WhyIsThereNoStepTest {

    private static final Receivable INVOICE = invoice("1", day("2026-03-02"), "1000.00");
    private static final Receivable OVERDUE = overdue(INVOICE);

    static Stream<Arguments> situations() {
        return Stream.of(
                on("2026-03-05", Reason.STEP_DUE, OVERDUE),
                on("2026-03-04", Reason.NEXT_STEP_LATER, OVERDUE),
                on("2026-02-20", Reason.NEXT_STEP_LATER, INVOICE),
                on("2026-03-05", Reason.OVERDUE_NOT_DECLARED, INVOICE),
                on("2026-03-05", Reason.SETTLED, paid(OVERDUE, "1000.00")),
                on("2026-03-05", Reason.WHOLLY_DISPUTED, contested(OVERDUE, "1000.00")),
                on("2026-03-05", Reason.BELOW_MINIMUM_AMOUNT, paid(OVERDUE, "995.01")),
                on("2026-03-28", Reason.NO_BUSINESS_DAY, OVERDUE),
                on("2026-03-13", Reason.MINIMUM_INTERVAL, at(1, "2026-03-10")),
                on("2026-04-10", Reason.LAST_LEVEL_REACHED, at(5, "2026-04-06")),
                on("2026-02-01", Reason.NOT_KNOWN_YET, knownOn(INVOICE, day("2026-02-02"))),
                on("2026-02-02", Reason.NOT_KNOWN_YET, knownOn(INVOICE, day("2026-02-02"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("situations")
    @DisplayName("each has a reason with a name")
    void reasons(LocalDate day, Reason reason, Receivable invoice) {
        Plan plan = account("0.00", invoice).planFor(invoice, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);

        assertThat(plan.explain(day).reason()).isEqualTo(reason);
        assertThat(plan.stepOn(day).isPresent()).isEqualTo(reason == Reason.STEP_DUE);
    }

    @ParameterizedTest(name = "cash {0}: {1}")
    @MethodSource("cash")
    @DisplayName("cash on account that covers what is overdue is one of them")
    void creditBalance(String cash, Reason reason) {
        Plan plan = account(cash, OVERDUE).planFor(OVERDUE, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);

        assertThat(plan.explain(day("2026-03-05")).reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} of an invoice of {1}: {2}")
    @CsvSource({
        "2026-02-26, 1000.00, next-step-later",
        "2026-02-27, 1000.00, step-planned",
        "2026-03-28, 1000.00, next-step-later",
        "2026-04-06, 1000.00, step-planned",
        "2026-04-07, 1000.00, last-level-reached",
        "2026-04-06, 99.99, below-minimum-amount",
        "2026-03-27, 99.99, step-planned"
    })
    @DisplayName("a day to come is told from the plan")
    void foreseen(LocalDate day, String total, String reason) {
        Receivable invoice = invoice("1", day("2026-03-02"), total);
        Plan plan = account("0.00", invoice).planFor(invoice, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);

        assertThat(plan.foresee(day, day("2026-02-10")).reason().code()).isEqualTo(reason);
    }

    static Stream<Arguments> cash() {
        return Stream.of(
                Arguments.of("1000.00", Reason.NET_CREDIT_BALANCE),
                Arguments.of("998.00", Reason.BELOW_MINIMUM_AMOUNT),
                Arguments.of("500.00", Reason.STEP_DUE));
    }

    private static Arguments on(String day, Reason reason, Receivable invoice) {
        return Arguments.of(day(day), reason, invoice);
    }

    private static Receivable at(int level, String lastOn) {
        return reached(OVERDUE, level, day(lastOn), day(lastOn));
    }
}
