package o2c.dunning.audits.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import o2c.dunning.cases.domain.Account;
import o2c.dunning.cases.domain.Explanation;
import o2c.dunning.cases.domain.Reason;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.kernel.BusinessCalendar;

/**
 * Looks back on a day: every overdue receivable had its step, or has a named reason why not. What the run could know is
 * planned once more, and compared with the steps that are on record.
 */
public final class DayAudit {

    private final LocalDate day;
    private final StrategyVersion strategy;
    private final BusinessCalendar calendar;
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private final List<Finding> findings = new ArrayList<>();
    private int overdue;

    public DayAudit(LocalDate day, StrategyVersion strategy, BusinessCalendar calendar) {
        this.day = day;
        this.strategy = strategy;
        this.calendar = calendar;
    }

    /** What does not fit. */
    public enum Fault {
        STEP_MISSING("the run of this day should have taken a step, and none is on record"),
        STEP_UNEXPLAINED("a step is on record that the strategy did not ask for on this day"),
        LEVEL_SKIPPED("a level below the one on record was never taken");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String text() {
            return text;
        }
    }

    /**
     * One fault of one receivable.
     *
     * @param level the level it is about
     */
    public record Finding(Receivable receivable, Fault fault, int level) {}

    /**
     * The steps on record for a receivable's present opening.
     *
     * @param onTheDay the level taken on the day, or null
     * @param before levels taken before it
     */
    public record OnRecord(Integer onTheDay, Set<Integer> before) {

        public static final OnRecord NOTHING = new OnRecord(null, Set.of());
    }

    /** Adds an account as the run that opened the day saw it. */
    public void look(Account then, Map<UUID, OnRecord> records) {
        for (Receivable one : then.receivables()) {
            OnRecord record = records.getOrDefault(one.invoiceId(), OnRecord.NOTHING);
            if (one.isOverdue() || record.onTheDay != null) {
                look(then, one, record);
            }
        }
    }

    private void look(Account then, Receivable one, OnRecord record) {
        overdue += one.isOverdue() ? 1 : 0;
        Explanation explanation = then.planFor(one, strategy, calendar).explain(day);
        boolean due = explanation.reason() == Reason.STEP_DUE;
        int level = explanation.step().map(StrategyStep::level).orElse(-1);
        if (due && record.onTheDay == null) {
            findings.add(new Finding(one, Fault.STEP_MISSING, level));
        } else if (record.onTheDay != null && (!due || record.onTheDay != level)) {
            findings.add(new Finding(one, Fault.STEP_UNEXPLAINED, record.onTheDay));
        }
        reasons.merge(record.onTheDay != null ? Reason.STEP_TAKEN : explanation.reason(), 1, Integer::sum);
        skipped(record).ifPresent(missing -> findings.add(new Finding(one, Fault.LEVEL_SKIPPED, missing)));
    }

    /** The courtesy may lapse; every other level below the highest must be there. */
    private Optional<Integer> skipped(OnRecord record) {
        int highest = Math.max(
                record.onTheDay == null ? -1 : record.onTheDay,
                record.before.stream().mapToInt(Integer::intValue).max().orElse(-1));
        return strategy.content().steps().stream()
                .filter(step -> !step.isCourtesy() && step.level() < highest)
                .map(StrategyStep::level)
                .filter(level -> !record.before.contains(level))
                .findFirst();
    }

    /** How many overdue receivables were looked at. */
    public int overdue() {
        return overdue;
    }

    public Map<Reason, Integer> reasons() {
        return reasons;
    }

    public List<Finding> findings() {
        return findings;
    }
}
