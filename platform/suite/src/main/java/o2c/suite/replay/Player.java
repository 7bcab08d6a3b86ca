package o2c.suite.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import o2c.suite.replay.History.Step;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Crew;

/**
 * Plays a history day by day: a day opens, its orders are checked, its invoices issued, disputes opened, payments
 * booked. Calls of different customers run beside each other, those of one customer one after the other; a step begins
 * when the one before is done everywhere.
 */
final class Player {

    private static final int CALLERS = 4;

    private final History history;
    private final Acts acts;
    private final Clock clock;
    private final ProgressLine progress;
    private final BooleanSupplier stopping;
    private final Path folder;
    private final long startedAt = System.nanoTime();
    private final long millisBefore;
    private Position position;

    Player(History history, Acts acts, Clock clock, ProgressLine progress, BooleanSupplier stopping, Start start) {
        this.history = history;
        this.acts = acts;
        this.clock = clock;
        this.progress = progress;
        this.stopping = stopping;
        this.folder = start.folder();
        this.position = start.position();
        this.millisBefore = position.millis();
    }

    /** Where a run begins and keeps its position. */
    record Start(Path folder, Position position) {}

    /** Plays to the end, or until told to stop; the position says how far it came. */
    Position play() {
        try (Crew crew = new Crew(CALLERS)) {
            if (!position.registered()) {
                register(crew);
                position = position.registeredNow();
                position.store(folder);
            }
            for (LocalDate day = position.day(); !day.isAfter(history.lastDay()) && !isStopping(); ) {
                playDay(crew, day);
                day = day.plusDays(1);
            }
            return position;
        }
    }

    private void register(Crew crew) {
        acts.registerSeller();
        acts.agreePolicy(history);
        Map<String, LedgerLine> customers = new LinkedHashMap<>();
        history.lines().forEach(line -> customers.putIfAbsent(line.customerId(), line));
        crew.each(customers.values(), line -> {
            acts.registerCustomer(line, history);
            return line;
        });
    }

    private void playDay(Crew crew, LocalDate day) {
        for (Step step : Step.values()) {
            if (!position.isPast(day, step) && !isStopping()) {
                if (step == Step.OPEN) {
                    clock.advance(day);
                } else {
                    take(crew, step, day);
                }
                done(day, step);
            }
        }
    }

    private void take(Crew crew, Step step, LocalDate day) {
        Collection<List<LedgerLine>> customers = history.of(step, day);
        crew.each(customers, lines -> {
            for (LedgerLine line : lines) {
                if (isStopping()) {
                    throw new CannotGoOn("Stopped in the middle of " + day + ".");
                }
                acts.act(step, line);
                progress.count(step);
            }
            return lines;
        });
    }

    /** Steps without acts leave no trace of their own; the day's opening and end always do. */
    private void done(LocalDate day, Step step) {
        position = position.at(day, step, millisBefore + (System.nanoTime() - startedAt) / 1_000_000);
        if (step == Step.OPEN || step == Step.LAST || !history.of(step, day).isEmpty()) {
            position.store(folder);
        }
        progress.show(day, step == Step.LAST && day.equals(history.lastDay()));
    }

    private boolean isStopping() {
        return stopping.getAsBoolean();
    }
}
