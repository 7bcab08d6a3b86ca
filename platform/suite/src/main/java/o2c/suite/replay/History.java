package o2c.suite.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What happened on which day of a ledger. */
final class History {

    /** What is done on a day, in this order; all of one step is done before the next begins. */
    enum Step {
        OPEN,
        CHECK,
        ISSUE,
        DISPUTE,
        PAY;

        static final Step LAST = PAY;
    }

    private final Map<Step, Map<LocalDate, List<LedgerLine>>> acts;
    private final Collection<LedgerLine> lines;
    private final LocalDate firstDay;
    private final LocalDate ledgerEndsOn;
    private final LocalDate lastDay;

    /** {@code until} ends it early; null plays it to its last settlement. */
    History(Collection<LedgerLine> lines, LocalDate until) {
        this.lines = lines;
        Map<LocalDate, List<LedgerLine>> issued = byDay(lines, LedgerLine::issuedOn);
        Map<LocalDate, List<LedgerLine>> disputed =
                byDay(lines.stream().filter(LedgerLine::isDisputedInTime).toList(), LedgerLine::disputedOn);
        Map<LocalDate, List<LedgerLine>> paid =
                byDay(lines.stream().filter(line -> line.settledOn() != null).toList(), LedgerLine::paidOn);
        acts = Map.of(Step.CHECK, issued, Step.ISSUE, issued, Step.DISPUTE, disputed, Step.PAY, paid);
        firstDay = lines.stream()
                .map(LedgerLine::issuedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        ledgerEndsOn = acts.values().stream()
                .flatMap(days -> days.keySet().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        lastDay = until != null && until.isBefore(ledgerEndsOn) ? until : ledgerEndsOn;
    }

    /** The day of the last act, wherever the play ends. */
    LocalDate ledgerEndsOn() {
        return ledgerEndsOn;
    }

    /** The day of the first invoice; the clock starts the day before. */
    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Collection<LedgerLine> lines() {
        return lines;
    }

    /** What a step does on a day, one list per customer, in the order of the file. */
    Collection<List<LedgerLine>> of(Step step, LocalDate day) {
        Map<String, List<LedgerLine>> byCustomer = new LinkedHashMap<>();
        acts.getOrDefault(step, Map.of())
                .getOrDefault(day, List.of())
                .forEach(line -> byCustomer
                        .computeIfAbsent(line.customerId(), none -> new ArrayList<>())
                        .add(line));
        return byCustomer.values();
    }

    private static Map<LocalDate, List<LedgerLine>> byDay(
            Collection<LedgerLine> lines, Function<LedgerLine, LocalDate> day) {
        Map<LocalDate, List<LedgerLine>> days = new TreeMap<>();
        lines.forEach(line ->
                days.computeIfAbsent(day.apply(line), none -> new ArrayList<>()).add(line));
        return days;
    }
}
