package o2c.dunning.cases.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.kernel.Money;

/**
 * A receivable as dunning knows it. It is kept as sums and counts of facts, so that the order in which facts arrive
 * changes nothing.
 *
 * @param account who owes it to whom, in which currency
 * @param terms the days that were agreed
 * @param allocated what was paid, credited or given up
 * @param contested what open disputes contest; may be more than is still open
 * @param livesOn what the books wrote off though it is still owed
 * @param marks how often it was settled, fell overdue and so on
 * @param progress the steps taken since it was opened, or opened again
 * @param pauses what lets its steps wait
 */
public record Receivable(
        UUID invoiceId,
        String invoiceNumber,
        AccountKey account,
        Terms terms,
        Money total,
        Money allocated,
        Money contested,
        Money livesOn,
        Marks marks,
        Progress progress,
        List<Pause> pauses) {

    public Receivable {
        pauses = List.copyOf(pauses);
    }

    /**
     * The days of a receivable.
     *
     * @param payableOn the last day on which payment is in time
     * @param knownOn the business day on which dunning was told of it
     */
    public record Terms(LocalDate issuedOn, LocalDate dueOn, LocalDate payableOn, LocalDate knownOn) {}

    /**
     * How often each thing was announced by the ledger.
     *
     * @param lifted whether the last declaration of overdue has ceased to count: it was withdrawn, more time was
     *     given, or the receivable came back and has not been declared again
     */
    public record Marks(int settlements, int reopenings, int overdues, int withdrawals, boolean lifted) {

        public static final Marks NONE = new Marks(0, 0, 0, 0);

        /** Where every declaration that was not withdrawn counts. */
        public Marks(int settlements, int reopenings, int overdues, int withdrawals) {
            this(settlements, reopenings, overdues, withdrawals, false);
        }

        private boolean declared() {
            return overdues > withdrawals && !lifted;
        }
    }

    /** Which opening this is: 1, and one more after each time it came back when it had been settled. */
    public int opening() {
        return 1 + marks.reopenings;
    }

    public Money open() {
        Money rest = total.minus(allocated);
        return (marks.settlements > marks.reopenings ? livesOn.min(rest) : rest).orZero();
    }

    public boolean isSettled() {
        return open().isZero();
    }

    /** What is contested and still open. */
    public Money disputed() {
        return contested.orZero().min(open());
    }

    /** What reminders may ask for: the open part that is not contested. */
    public Money dunnable() {
        return open().minus(disputed());
    }

    public boolean isWhollyDisputed() {
        return !isSettled() && dunnable().isZero();
    }

    /** Whether the ledger declared it overdue and did not take that back. */
    public boolean isOverdue() {
        return marks.declared() && !isSettled();
    }

    public Receivable with(Progress later) {
        return new Receivable(
                invoiceId, invoiceNumber, account, terms, total, allocated, contested, livesOn, marks, later, pauses);
    }

    public Receivable paused(List<Pause> some) {
        return new Receivable(
                invoiceId, invoiceNumber, account, terms, total, allocated, contested, livesOn, marks, progress, some);
    }

    /** The first day from this one on that nothing pauses. */
    LocalDate notPausedFrom(LocalDate day) {
        return pausedOn(day)
                .map(pause -> notPausedFrom(pause.until().plusDays(1)))
                .orElse(day);
    }

    Optional<Pause> pausedOn(LocalDate day) {
        return Pause.longest(pauses, day);
    }
}
