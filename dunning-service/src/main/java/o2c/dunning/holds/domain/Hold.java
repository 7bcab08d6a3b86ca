package o2c.dunning.holds.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.DunningEvent.DunningPaused;
import o2c.contracts.DunningEvent.DunningResumed;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;

/**
 * Somebody decided that dunning waits: for a customer, for him with one seller, or for one invoice. A hold always has
 * an end.
 *
 * @param ending how it ended, or null while it runs
 */
public record Hold(UUID holdId, Subject subject, Grounds grounds, Term term, Ending ending) {

    /** The longest a hold lasts, in days. */
    public static final int LONGEST_DAYS = 92;

    /**
     * What is on hold.
     *
     * @param sellerId null for all sellers; {@code invoiceId} and {@code invoiceNumber} null for all invoices
     */
    public record Subject(String customerId, String sellerId, UUID invoiceId, String invoiceNumber) {}

    /** Why, whose business it is, and who set it. */
    public record Grounds(String reason, String owner, String setBy) {}

    /** The day it was set and the last day without a step. */
    public record Term(LocalDate setOn, LocalDate until) {}

    /** Why a hold ended. */
    public enum Cause {
        LIFTED,
        EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended; {@code endedBy} is null when its time was over. */
    public record Ending(Cause cause, String endedBy, LocalDate endedOn) {}

    /** Refuses {@code hold-ends-in-past} and {@code hold-too-long}. */
    public static Decision<Hold> set(UUID holdId, Subject subject, Grounds grounds, Term term) {
        if (term.until.isBefore(term.setOn)) {
            throw RuleBroken.refused("hold-ends-in-past", "a hold ends on " + term.setOn + " or later")
                    .at("/until");
        }
        if (term.until.isAfter(term.setOn.plusDays(LONGEST_DAYS))) {
            throw RuleBroken.refused("hold-too-long", "a hold ends within " + LONGEST_DAYS + " days")
                    .at("/until");
        }
        Hold hold = new Hold(holdId, subject, grounds, term, null);
        return Decision.of(
                hold,
                new DunningPaused(
                        holdId, subject.customerId, subject.sellerId, subject.invoiceId, term.setOn, term.until));
    }

    /** Ends it before its time; refuses {@code hold-ended}. */
    public Decision<Hold> lift(String by, LocalDate day) {
        if (!isRunning()) {
            throw RuleBroken.conflict("hold-ended", "the hold has ended already");
        }
        return end(new Ending(Cause.LIFTED, by, day));
    }

    /** The day opened: what ended before it is over. */
    public Decision<Hold> opening(LocalDate day) {
        return isRunning() && term.until.isBefore(day)
                ? end(new Ending(Cause.EXPIRED, null, day))
                : Decision.unchanged(this);
    }

    public boolean isRunning() {
        return ending == null;
    }

    public String status() {
        return isRunning() ? "running" : ending.cause.code();
    }

    private Decision<Hold> end(Ending how) {
        return Decision.of(
                new Hold(holdId, subject, grounds, term, how),
                new DunningResumed(
                        holdId,
                        subject.customerId,
                        subject.sellerId,
                        subject.invoiceId,
                        how.cause.code(),
                        how.endedOn));
    }
}
