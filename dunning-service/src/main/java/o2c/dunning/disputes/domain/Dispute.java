package o2c.dunning.disputes.domain;

import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.DunningEvent;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * A customer contests an invoice or a part of it. Reminders stop for that part only, and go on at the level reached.
 *
 * @param amount what is contested
 * @param ending how and when it ended, or null while it is open
 */
public record Dispute(
        UUID disputeId, Subject subject, Money amount, Grounds grounds, LocalDate openedOn, Ending ending) {

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

    /** How it ended, when, and who decided; null when the payment did. */
    public record Ending(Outcome outcome, LocalDate resolvedOn, String resolvedBy) {}

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
        Dispute dispute = new Dispute(disputeId, Subject.of(receivable), amount, grounds, day, null);
        return Decision.of(dispute, dispute.opened());
    }

    /** Ends it by a decision. Refuses {@code dispute-resolved} when it has ended already. */
    public Decision<Dispute> resolve(Outcome outcome, String resolvedBy, LocalDate day) {
        if (!isOpen()) {
            throw RuleBroken.conflict("dispute-resolved", "the dispute was " + ending.outcome.code() + " already");
        }
        return end(new Ending(outcome, day, resolvedBy));
    }

    /** The invoice was settled: an open dispute ends with it. */
    public Decision<Dispute> closeByPayment(LocalDate day) {
        return isOpen() ? end(new Ending(Outcome.CLOSED_BY_PAYMENT, day, null)) : Decision.unchanged(this);
    }

    public boolean isOpen() {
        return ending == null;
    }

    public String status() {
        return isOpen() ? "open" : "resolved";
    }

    private Decision<Dispute> end(Ending how) {
        Dispute ended = new Dispute(disputeId, subject, amount, grounds, openedOn, how);
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
