package o2c.dunning.cases.domain;

import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static o2c.dunning.cases.domain.Given.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import o2c.dunning.cases.domain.Receivable.Marks;
import o2c.dunning.strategies.domain.StrategyContent;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever is paid, disputed or missed, no level is skipped")
class NoLevelIsSkippedTest {

    private static final LocalDate FIRST = day("2026-01-05");
    private static final int DAYS = 150;

    private record Taken(LocalDate on, StrategyStep step) {}

    private final Map<UUID, List<Taken>> taken = new HashMap<>();
    private final List<Receivable> receivables = new ArrayList<>();
    private Money cash = eur("0.00");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    @DisplayName("and steps keep their order and distance")
    void simulate(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            receivables.add(
                    invoice("invoice-" + i, FIRST.plusDays(random.nextInt(40)), 10 + random.nextInt(500) + ".00"));
        }
        for (LocalDate today = FIRST; today.isBefore(FIRST.plusDays(DAYS)); today = today.plusDays(1)) {
            declareOverdue(today);
            boolean missed = random.nextInt(10) == 0;
            if (!missed) {
                run(today);
            }
            somethingHappens(random, today);
        }
        taken.values().forEach(NoLevelIsSkippedTest::checkOrder);
        assertThat(taken).isNotEmpty();
    }

    private void declareOverdue(LocalDate today) {
        receivables.replaceAll(
                one -> one.terms().payableOn().isBefore(today) && one.marks().overdues() == 0
                        ? Given.marked(one, new Marks(0, 0, 1, 0))
                        : one);
    }

    private void run(LocalDate today) {
        Account account = new Account(Given.ACCOUNT, cash, receivables);
        Outreach outreach = account.outreachOn(today, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);
        outreach.message(new UUID(0, 1))
                .ifPresent(message -> assertThat(message.amount().isPositive()).isTrue());
        for (DueStep due : outreach.steps()) {
            Receivable one = due.receivable();
            assertThat(one.dunnable().isPositive()).as("asks for something").isTrue();
            assertThat(one.isOverdue() || due.level() == 0).as("is overdue").isTrue();
            assertThat(one.pausedOn(today)).as("nothing pauses it").isEmpty();
            taken.computeIfAbsent(one.invoiceId(), id -> new ArrayList<>())
                    .add(new Taken(today, due.planned().step()));
            receivables.set(
                    receivables.indexOf(one),
                    one.with(one.progress().after(due.planned().step(), today)));
        }
    }

    /** Payments (often of the oldest invoice), disputes, promises, their ends, cash on account that comes and goes. */
    private void somethingHappens(Random random, LocalDate today) {
        int which = random.nextInt(receivables.size());
        Receivable one = receivables.get(which);
        switch (random.nextInt(14)) {
            case 0 -> receivables.set(which, Given.paid(one, one.open().amount().toPlainString()));
            case 1 -> receivables.set(which, Given.paid(one, "5.00"));
            case 2 -> receivables.set(0, Given.paid(receivables.get(0), "40.00"));
            case 3 ->
                receivables.set(which, Given.contested(one, one.open().amount().toPlainString()));
            case 4 -> receivables.set(which, Given.contested(one, "3.00"));
            case 5, 6 -> receivables.set(which, Given.contested(one, "0.00"));
            case 7 -> cash = eur(random.nextInt(300) + ".00");
            case 8 -> cash = eur("0.00");
            case 9 -> receivables.set(which, one.paused(List.of(new Pause(Pause.Kind.PROMISE, today.plusDays(6)))));
            case 10 -> receivables.set(which, one.paused(List.of()));
            default -> {
                // nothing happens on this day
            }
        }
    }

    private static void checkOrder(List<Taken> steps) {
        List<Integer> levels = steps.stream()
                .map(one -> one.step().level())
                .filter(level -> level > 0)
                .toList();
        for (int i = 0; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("levels " + levels).isEqualTo(i + 1);
        }
        LocalDate written = null;
        for (int i = 0; i < steps.size(); i++) {
            Taken step = steps.get(i);
            assertThat(i == 0 || steps.get(i - 1).on().isBefore(step.on())).isTrue();
            assertThat(BusinessCalendar.WEEKENDS_ONLY.isBusinessDay(step.on())).isTrue();
            if (step.step().isWrittenReminder()) {
                assertThat(written == null
                                || !written.plusDays(StrategyContent.WRITTEN_INTERVAL_DAYS)
                                        .isAfter(step.on()))
                        .isTrue();
                written = step.on();
            }
        }
    }
}
