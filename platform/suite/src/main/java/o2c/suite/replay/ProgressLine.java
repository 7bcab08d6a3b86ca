package o2c.suite.replay;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import o2c.suite.replay.History.Step;

/** One line that tells how far the replay is: rewritten in place on a terminal, else a new one now and then. */
final class ProgressLine {

    private static final int WIDTH = 24;
    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SELDOM = TimeUnit.SECONDS.toNanos(15);

    private final PrintStream out;
    private final boolean inPlace;
    private final History history;
    private final LocalDate from;
    private final long begin = System.nanoTime();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger invoices = new AtomicInteger();
    private final AtomicInteger payments = new AtomicInteger();
    private long shownAt;

    /** {@code from} is the day at which this run begins. */
    ProgressLine(PrintStream out, boolean inPlace, History history, LocalDate from) {
        this.out = out;
        this.inPlace = inPlace;
        this.history = history;
        this.from = from;
        for (LedgerLine line : history.lines()) {
            invoices.addAndGet(line.issuedOn().isBefore(from) ? 1 : 0);
            payments.addAndGet(line.settledOn() != null && line.paidOn().isBefore(from) ? 1 : 0);
        }
    }

    void count(Step step) {
        calls.incrementAndGet();
        if (step == Step.ISSUE) {
            invoices.incrementAndGet();
        } else if (step == Step.PAY) {
            payments.incrementAndGet();
        }
    }

    /** Shows the line when it was not shown just before; the last one always. */
    void show(LocalDate day, boolean last) {
        long now = System.nanoTime();
        if (!last && now - shownAt < (inPlace ? OFTEN : SELDOM)) {
            return;
        }
        shownAt = now;
        String line = text(day, (now - begin) / 1e9);
        out.print(inPlace ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
        if (last && inPlace) {
            out.println();
        }
        out.flush();
    }

    /** Leaves the line as it is and goes on below it. */
    void end() {
        if (inPlace && shownAt != 0) {
            out.println();
        }
    }

    private String text(LocalDate day, double seconds) {
        double all = 1 + ChronoUnit.DAYS.between(history.firstDay(), history.lastDay());
        double done = 1 + ChronoUnit.DAYS.between(history.firstDay(), day);
        double played = 1 + ChronoUnit.DAYS.between(from, day);
        long remaining = Math.round(seconds / played * (all - done));
        int filled = (int) (WIDTH * done / all);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %5.1f %%  %d invoices  %d payments  %.0f calls/s  %d:%02d left",
                day,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                100 * done / all,
                invoices.get(),
                payments.get(),
                calls.get() / Math.max(seconds, 0.001),
                remaining / 60,
                remaining % 60);
    }
}
