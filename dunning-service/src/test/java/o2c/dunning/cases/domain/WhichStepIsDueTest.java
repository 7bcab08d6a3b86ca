package o2c.dunning.cases.domain;

import static o2c.dunning.cases.domain.Given.account;
import static o2c.dunning.cases.domain.Given.contested;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static o2c.dunning.cases.domain.Given.invoice;
import static o2c.dunning.cases.domain.Given.knownOn;
import static o2c.dunning.cases.domain.Given.marked;
import static o2c.dunning.cases.domain.Given.overdue;
import static o2c.dunning.cases.domain.Given.paid;
import static o2c.dunning.cases.domain.Given.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import o2c.dunning.cases.domain.Receivable.Marks;
import o2c.kernel.BusinessCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which step is due")
class WhichStepIsDueTest {

    private static final LocalDate MONDAY = day("2026-03-02");

    @Test
    @DisplayName("the golden timeline of an unpaid invoice, due on a Monday")
    void goldenTimeline() {
        Receivable invoice = invoice("1", MONDAY, "1000.00");

        assertThat(timeline(invoice, day("2026-02-10")))
                .containsExactly(
                        "2026-02-27 0 email warm",
                        "2026-03-05 1 email friendly",
                        "2026-03-12 2 email neutral",
                        "2026-03-19 3 call neutral",
                        "2026-03-27 4 letter formal",
                        "2026-04-06 5 decision formal");
    }

    @Test
    @DisplayName("when the oldest invoice is paid, the others go on at their own level: none is skipped, none repeated")
    void oldestPaid() {
        Receivable oldest =
                reached(overdue(invoice("old", day("2026-01-30"), "500.00")), 3, day("2026-02-16"), day("2026-02-09"));
        Receivable newer = reached(overdue(invoice("new", MONDAY, "200.00")), 1, day("2026-03-05"), day("2026-03-05"));
        LocalDate run = day("2026-03-12");

        Outreach before =
                account("0.00", oldest, newer).outreachOn(run, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);
        Outreach after = account("0.00", paid(oldest, "500.00"), newer)
                .outreachOn(run, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);

        assertThat(before.steps()).extracting(DueStep::level).containsExactly(4, 2);
        assertThat(after.steps()).extracting(DueStep::level).containsExactly(2);
        assertThat(after.listed()).containsExactly(newer);
        assertThat(after.amount()).isEqualTo(eur("200.00"));
    }

    @Test
    @DisplayName("steps on a Saturday or Sunday move to Monday")
    void weekends() {
        Receivable invoice = invoice("1", day("2026-03-04"), "1000.00");

        assertThat(timeline(invoice, day("2026-02-10")))
                .containsExactly(
                        "2026-03-02 0 email warm",
                        "2026-03-09 1 email friendly",
                        "2026-03-16 2 email neutral",
                        "2026-03-23 3 call neutral",
                        "2026-03-30 4 letter formal",
                        "2026-04-08 5 decision formal");
    }

    @ParameterizedTest(name = "known on {0}: first step on {1} at level {2}")
    @CsvSource({
        "2026-02-26, 2026-02-27, 0",
        "2026-02-27, 2026-03-05, 1",
        "2026-03-01, 2026-03-05, 1",
        "2026-03-04, 2026-03-05, 1",
        "2026-04-20, 2026-04-21, 1"
    })
    @DisplayName("an invoice whose courtesy has passed goes on with the next step")
    void courtesyPassed(LocalDate known, LocalDate first, int level) {
        Receivable invoice = knownOn(invoice("1", MONDAY, "1000.00"), known);
        Receivable now = known.isAfter(MONDAY) ? overdue(invoice) : invoice;

        PlannedStep next = plan(now).nextFrom(known).orElseThrow();

        assertThat(next.on()).isEqualTo(first);
        assertThat(next.step().level()).isEqualTo(level);
    }

    @Test
    @DisplayName("after a missed run the next step follows, not the one of that day, and the rest keeps its distance")
    void missedRuns() {
        Receivable invoice = overdue(invoice("1", MONDAY, "1000.00"));

        assertThat(timeline(invoice, day("2026-03-18")))
                .containsExactly(
                        "2026-03-18 1 email friendly",
                        "2026-03-24 2 email neutral",
                        "2026-03-25 3 call neutral",
                        "2026-03-30 4 letter formal",
                        "2026-04-06 5 decision formal");
    }

    @Test
    @DisplayName("a courtesy that was missed is made up for until the due day, never after it")
    void missedCourtesy() {
        Receivable invoice = invoice("1", day("2026-03-05"), "1000.00");

        assertThat(plan(invoice).stepOn(day("2026-03-05")).orElseThrow().step().level())
                .isZero();
        assertThat(plan(overdue(invoice))
                        .nextFrom(day("2026-03-06"))
                        .orElseThrow()
                        .step()
                        .level())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("steps after the due day need the ledger's word that it is overdue")
    void overdueNotDeclared() {
        Receivable invoice = invoice("1", MONDAY, "1000.00");
        Receivable withdrawn = marked(invoice, new Marks(0, 0, 1, 1));

        assertThat(plan(invoice).stepsFrom(day("2026-03-05"))).isEmpty();
        assertThat(plan(withdrawn).stepsFrom(day("2026-03-05"))).isEmpty();
        assertThat(plan(overdue(invoice)).stepOn(day("2026-03-05"))).isPresent();
    }

    @Test
    @DisplayName("a settled or wholly disputed invoice has no step, a partly disputed one has")
    void nothingToAskFor() {
        Receivable invoice = overdue(invoice("1", MONDAY, "1000.00"));

        assertThat(plan(paid(invoice, "1000.00")).stepsFrom(MONDAY)).isEmpty();
        assertThat(plan(contested(invoice, "1000.00")).stepsFrom(MONDAY)).isEmpty();
        assertThat(plan(contested(paid(invoice, "600.00"), "400.00")).stepsFrom(MONDAY))
                .isEmpty();
        assertThat(plan(contested(invoice, "250.00")).stepsFrom(day("2026-03-05")))
                .hasSize(5);
    }

    @Test
    @DisplayName("after a dispute it goes on at the level reached")
    void resume() {
        Receivable invoice = reached(overdue(invoice("1", MONDAY, "1000.00")), 2, day("2026-03-12"), day("2026-03-12"));

        assertThat(timeline(invoice, day("2026-05-04")))
                .containsExactly(
                        "2026-05-04 3 call neutral", "2026-05-05 4 letter formal", "2026-05-06 5 decision formal");
    }

    @Test
    @DisplayName("an invoice that was settled and came back begins anew")
    void reopened() {
        Receivable invoice = marked(invoice("1", MONDAY, "1000.00"), new Marks(1, 1, 2, 0));

        assertThat(invoice.opening()).isEqualTo(2);
        assertThat(plan(invoice)
                        .nextFrom(day("2026-04-07"))
                        .orElseThrow()
                        .step()
                        .level())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} open: steps up to level {1}")
    @CsvSource({"4.99, -1", "5.00, 3", "24.99, 3", "25.00, 4", "99.99, 4", "100.00, 5"})
    @DisplayName("below the minimum amount of a level it waits at the level before")
    void minimumAmounts(String open, int last) {
        Receivable invoice = overdue(invoice("1", MONDAY, open));

        List<PlannedStep> steps = plan(invoice).stepsFrom(day("2026-03-05"));

        assertThat(steps.isEmpty() ? -1 : steps.get(steps.size() - 1).step().level())
                .isEqualTo(last);
    }

    @ParameterizedTest(name = "cash on account {0}: steps planned {1}")
    @CsvSource({"0.00, 5", "900.00, 5", "900.01, 4", "975.01, 3", "995.01, 0", "1000.00, 0", "1200.00, 0"})
    @DisplayName("cash on account is netted first; a credit balance stops everything")
    void cashOnAccount(String cash, int steps) {
        Receivable invoice = overdue(invoice("1", MONDAY, "1000.00"));

        assertThat(account(cash, invoice)
                        .planFor(invoice, Given.standard(), BusinessCalendar.WEEKENDS_ONLY)
                        .stepsFrom(day("2026-03-05")))
                .hasSize(steps);
    }

    private static List<String> timeline(Receivable invoice, LocalDate from) {
        return plan(invoice).stepsFrom(from).stream()
                .map(planned -> planned.on() + " " + planned.step().level() + " "
                        + planned.step().channel().code() + " "
                        + planned.step().tone().code())
                .toList();
    }

    private static Plan plan(Receivable invoice) {
        return account("0.00", invoice).planFor(invoice, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);
    }
}
