package o2c.dunning.disputes.domain;

import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.DunningEvent;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * A customer contests an invoice or a part of it. Reminders stop for that part only, and go on at the level reached.
 *
 * @param amount what is contested
 * @param handling who sees to it, by when
 * @param ending how and when it ended, or null while it is open
 */
public record Dispute(
        UUID disputeId,
        Subject subject,
        Money amount,
        Grounds grounds,
        LocalDate openedOn,
        Handling handling,
        Ending ending) {

    /** The contested invoice. */
    public record Subject(UUID invoiceId, String invoiceNumber, String customerId, String sellerId) {

        static Subject of(Receivable receivable) {
            return new Subject(
                    receivable.invoiceId(),
                    receivable.invoiceNumber(),
                    receivable.account().customerId(),
                    receivable.account().sellerId());
        }
    }

    /** Why, in a code and in the words of the customer, and who recorded it. */
    public record Grounds(DisputeCode code, String text, String openedBy) {}

    /** A person or role, and the last day for a decision. */
    public record Handling(String owner, LocalDate dueOn) {

        static Handling of(DisputeCode code, LocalDate openedOn) {
            LocalDate due = openedOn;
            for (int i = 0; i < code.businessDays(); i++) {
                due = BusinessCalendar.WEEKENDS_ONLY.onOrAfter(due.plusDays(1));
            }
            return new Handling(code.ownerRole(), due);
        }
    }

    /**
     * How it ended.
     *
     * @param resolvedBy null when the payment decided
     * @param conclusion in words, or null
     * @param returnedOn the day goods came back: a credit counts from it; null: it was never owed
     */
    public record Ending(
            Outcome outcome, LocalDate resolvedOn, String resolvedBy, String conclusion, LocalDate returnedOn) {

        /** Whether what was contested had never been owed, so that no charges run on it. */
        public boolean neverOwed() {
            return outcome == Outcome.ACCEPTED && returnedOn == null;
        }
    }

    /**
     * Opens a dispute. Refuses {@code nothing-open} on a settled invoice, {@code already-disputed} when all that is
     * open is contested, {@code amount-not-positive}, and {@code dispute-exceeds-outstanding}.
     *
     * @param asked the contested amount; null for all that is open and not contested yet
     */
    public static Decision<Dispute> open(
            UUID disputeId, Receivable receivable, Money asked, Grounds grounds, LocalDate day) {
        if (receivable.isSettled()) {
            throw RuleBroken.refused("nothing-open", "nothing is open on the invoice");
        }
        Money contestable = receivable.dunnable();
        if (contestable.isZero()) {
            throw RuleBroken.refused("already-disputed", "all that is open on the invoice is disputed already");
        }
        Money amount = asked == null ? contestable : asked;
        if (!amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a disputed amount is more than zero")
                    .at("/amount");
        }
        if (amount.exceeds(contestable)) {
            throw RuleBroken.refused(
                            "dispute-exceeds-outstanding", "open and not disputed on the invoice are " + contestable)
                    .at("/amount");
        }
        Dispute dispute = new Dispute(
                disputeId, Subject.of(receivable), amount, grounds, day, Handling.of(grounds.code, day), null);
        return Decision.of(dispute, dispute.opened());
    }

    /** Ends it by a decision. Refuses {@code dispute-resolved} when it has ended already, and {@code
     * return-without-credit}. */
    public Decision<Dispute> resolve(Ending how) {
        refuseWhenEnded();
        if (how.returnedOn != null && (how.outcome != Outcome.ACCEPTED || how.returnedOn.isAfter(how.resolvedOn))) {
            throw RuleBroken.refused(
                            "return-without-credit", "goods that came back by then are a reason to accept a dispute")
                    .at("/returnedOn");
        }
        return end(how);
    }

    /** Somebody else sees to it, or until another day. Refuses {@code dispute-resolved} and {@code due-in-past}. */
    public Dispute handedTo(Handling next, LocalDate today) {
        refuseWhenEnded();
        if (next.dueOn.isBefore(today)) {
            throw RuleBroken.refused("due-in-past", "a decision is due on " + today + " or later")
                    .at("/dueOn");
        }
        return new Dispute(disputeId, subject, amount, grounds, openedOn, next, null);
    }

    /** Whether a decision is overdue on a day. */
    public boolean isLateOn(LocalDate day) {
        return isOpen() && handling.dueOn.isBefore(day);
    }

    private void refuseWhenEnded() {
        if (!isOpen()) {
            throw RuleBroken.conflict("dispute-resolved", "the dispute was " + ending.outcome.code() + " already");
        }
    }

    /** The invoice was settled: an open dispute ends with it. */
    public Decision<Dispute> closeByPayment(LocalDate day) {
        return isOpen() ? end(new Ending(Outcome.CLOSED_BY_PAYMENT, day, null, null, null)) : Decision.unchanged(this);
    }

    public boolean isOpen() {
        return ending == null;
    }

    public String status() {
        return isOpen() ? "open" : "resolved";
    }

    private Decision<Dispute> end(Ending how) {
        Dispute ended = new Dispute(disputeId, subject, amount, grounds, openedOn, handling, how);
        return Decision.of(ended, ended.resolved());
    }

    private DunningEvent.DisputeOpened opened() {
        return new DunningEvent.DisputeOpened(
                disputeId,
                subject.customerId,
                subject.sellerId,
                subject.invoiceId,
                subject.invoiceNumber,
                amount,
                grounds.code().code(),
                openedOn);
    }

    private DunningEvent.DisputeResolved resolved() {
        return new DunningEvent.DisputeResolved(
                disputeId,
                subject.customerId,
                subject.sellerId,
                subject.invoiceId,
                subject.invoiceNumber,
                amount,
                ending.outcome.code(),
                ending.resolvedOn);
    }
}
