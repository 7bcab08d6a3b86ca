package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * A receivable: what one customer owes one seller under one invoice number.
 *
 * @param outstanding what is still owed of the principal, including VAT
 * @param overdueOn the business day that declared it overdue in this opening, or null
 * @param lastPaidOn the day the latest money for it reached the account, or null
 * @param opening 1 at first; one more each time it comes back after settlement
 */
public record Invoice(
        UUID id,
        InvoiceContent content,
        Money outstanding,
        InvoiceStatus status,
        LocalDate overdueOn,
        LocalDate lastPaidOn,
        int opening) {

    /**
     * Puts the invoice in the books.
     *
     * @param today the tenant's business date
     * @throws RuleBroken {@code date-in-future}
     */
    public static Decision<Invoice> issue(UUID id, InvoiceContent content, LocalDate today) {
        return issue(id, content, IssueFacts.usual(content.total().currency()), today);
    }

    /** The same, where more than the usual surrounds it. */
    public static Decision<Invoice> issue(UUID id, InvoiceContent content, IssueFacts facts, LocalDate today) {
        content.checkAgainst(today);
        Invoice invoice = new Invoice(id, content, content.owed(), InvoiceStatus.OPEN, null, null, 1);
        List<Event> events = new ArrayList<>();
        events.add(Announcements.issued(invoice, facts));
        Announcements.invoicingLate(invoice, facts).ifPresent(events::add);
        if (invoice.outstanding.isPositive()) {
            return new Decision<>(invoice, events);
        }
        LocalDate settledOn =
                facts.opening() == null ? content.issuedOn() : facts.opening().settledOn();
        return new Decision<>(invoice, events)
                .then(paid -> paid.with(paid.outstanding, InvoiceStatus.SETTLED, settledOn)
                        .settled());
    }

    /** Whether on that business day the last day for payment has passed while something is owed. */
    public boolean isOverdueOn(LocalDate day) {
        return outstanding.isPositive() && day.isAfter(content.payableOn());
    }

    /** What the opening of a business day makes of it: overdue once per opening. */
    public Decision<Invoice> fallOverdue(LocalDate day) {
        if (!isOverdueOn(day) || overdueOn != null) {
            return Decision.unchanged(this);
        }
        Invoice late = new Invoice(id, content, outstanding, InvoiceStatus.OVERDUE, day, lastPaidOn, opening);
        return Decision.of(late, late.declaration());
    }

    /** What is announced about an invoice that was declared overdue. */
    public InvoiceEvent.PaymentOverdue declaration() {
        return new InvoiceEvent.PaymentOverdue(
                id,
                content.customerId(),
                content.sellerId(),
                content.invoiceNumber(),
                content.dueOn(),
                content.payableOn(),
                overdueOn,
                outstanding,
                opening > 1);
    }

    /**
     * Money is set against it.
     *
     * @param receivedOn the day the money reached the account; lateness counts by it, whenever it is booked
     * @throws RuleBroken {@code payment-exceeds-outstanding}
     */
    public Decision<Invoice> pay(Money amount, LocalDate receivedOn) {
        return pay(amount, Money.zero(amount.currency()), receivedOn);
    }

    /**
     * Money is set against it, and discount or a small difference is granted beside it.
     *
     * @param granted what the seller gives up because of this money
     */
    public Decision<Invoice> pay(Money amount, Money granted, LocalDate receivedOn) {
        if (amount.plus(granted).exceeds(outstanding)) {
            throw exceeds("payment-exceeds-outstanding", amount);
        }
        Money rest = outstanding.minus(amount).minus(granted);
        LocalDate paidOn = lastPaidOn == null || receivedOn.isAfter(lastPaidOn) ? receivedOn : lastPaidOn;
        InvoiceStatus after = rest.isZero() ? InvoiceStatus.SETTLED : status;
        Invoice paid = with(rest, after, paidOn);
        return rest.isZero() ? paid.settled() : Decision.unchanged(paid);
    }

    /**
     * A credit note takes back a part of it, or all.
     *
     * @param fromTheStart whether the invoice was wrong from the first day, so that it is not late for that part
     * @throws RuleBroken {@code credit-exceeds-outstanding}
     */
    public Decision<Invoice> credit(Money amount, LocalDate creditedOn, boolean fromTheStart) {
        if (amount.exceeds(outstanding)) {
            throw exceeds("credit-exceeds-outstanding", amount);
        }
        Money rest = outstanding.minus(amount);
        if (rest.isPositive()) {
            return Decision.unchanged(with(rest, status, lastPaidOn));
        }
        Invoice closed = with(rest, lastPaidOn == null ? InvoiceStatus.CREDITED : InvoiceStatus.SETTLED, lastPaidOn);
        boolean neverLate = fromTheStart && closed.isPaidInTime();
        return closed.closed(creditedOn, neverLate ? "credited" : null);
    }

    /**
     * What is open is given up, in whole or in part.
     *
     * @throws RuleBroken {@code write-off-exceeds-outstanding}
     */
    public Decision<Invoice> writeOff(WriteOff writeOff) {
        if (writeOff.amount().exceeds(outstanding)) {
            throw exceeds("write-off-exceeds-outstanding", writeOff.amount());
        }
        Money rest = outstanding.minus(writeOff.amount());
        boolean small = writeOff.kind() == WriteOff.Kind.SMALL_DIFFERENCE;
        InvoiceStatus after = small ? InvoiceStatus.SETTLED : InvoiceStatus.WRITTEN_OFF;
        Invoice lower = with(rest, rest.isZero() ? after : status, lastPaidOn);
        Decision<Invoice> decision = Decision.of(lower, Announcements.writtenOff(lower, writeOff));
        return rest.isZero() && small ? decision.then(gone -> gone.closed(writeOff.writtenOffOn(), null)) : decision;
    }

    /**
     * The agreed day is another one.
     *
     * @throws RuleBroken {@code nothing-open}, {@code due-date-unchanged}, {@code deferral-not-later},
     *     {@code due-before-issue}
     */
    public Decision<Invoice> changeDueDate(DueDateChange change, LocalDate today) {
        if (change.dueOn().equals(content.dueOn())) {
            throw RuleBroken.refused("due-date-unchanged", "the invoice is due on that day already")
                    .at("/dueOn");
        }
        if (!outstanding.isPositive()) {
            throw RuleBroken.refused("nothing-open", "nothing of this invoice is open any more");
        }
        change.checkAgainst(content.dueOn());
        InvoiceContent moved = content.due(change.dueOn(), change.dueOn());
        boolean late = overdueOn != null && today.isAfter(change.dueOn());
        Invoice changed = new Invoice(
                id,
                moved,
                outstanding,
                late ? status : InvoiceStatus.OPEN,
                late ? overdueOn : null,
                lastPaidOn,
                opening);
        Event announced = Announcements.dueDateChanged(changed, change, content.dueOn());
        return overdueOn != null && !late && change.kind() == DueDateChange.Kind.CORRECTION
                ? Decision.of(changed, announced, changed.withdrawn("due-date-corrected", change.dueOn()))
                : Decision.of(changed, announced);
    }

    /**
     * Money that had paid it turned out to be none: it is owed again, with the due day it always had. When it had been
     * settled this is a new opening, which can fall overdue once more.
     *
     * @param lastPaid the day the latest of the remaining money reached the account, or null
     */
    public Invoice reopen(Money amount, LocalDate lastPaid) {
        Money owed = outstanding.plus(amount);
        return outstanding.isZero()
                ? new Invoice(id, content, owed, InvoiceStatus.OPEN, null, lastPaid, opening + 1)
                : new Invoice(id, content, owed, status, overdueOn, lastPaid, opening);
    }

    /** Whether all of it reached the account on or before the last day for payment. */
    public boolean wasPaidInTime() {
        return status == InvoiceStatus.SETTLED && isPaidInTime();
    }

    /** Days from the agreed day to the last money; 0 when in time or when there was no money. */
    public int daysLate() {
        return isPaidInTime() ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(content.dueOn(), lastPaidOn));
    }

    private boolean isPaidInTime() {
        return lastPaidOn == null || !lastPaidOn.isAfter(content.payableOn());
    }

    /** Settled, and where it had been declared overdue wrongly, as the money now shows, that is taken back. */
    private Decision<Invoice> settled() {
        return closed(lastPaidOn, isPaidInTime() ? "paid-in-time" : null);
    }

    /** Nothing is open any more; {@code neverLate} says why a declaration was wrong, or null when it was not. */
    private Decision<Invoice> closed(LocalDate closedOn, String neverLate) {
        Event settled = new InvoiceEvent.InvoiceSettled(
                id, content.customerId(), content.sellerId(), content.invoiceNumber(), closedOn, daysLate());
        if (overdueOn == null || neverLate == null) {
            return Decision.of(this, settled);
        }
        Invoice inTime = new Invoice(id, content, outstanding, status, null, lastPaidOn, opening);
        return Decision.of(inTime, settled, inTime.withdrawn(neverLate, closedOn));
    }

    private Event withdrawn(String cause, LocalDate otherwise) {
        return new InvoiceEvent.OverdueWithdrawn(
                id,
                content.customerId(),
                content.sellerId(),
                content.invoiceNumber(),
                lastPaidOn == null ? otherwise : lastPaidOn,
                cause);
    }

    private Invoice with(Money rest, InvoiceStatus after, LocalDate paidOn) {
        return new Invoice(id, content, rest, after, overdueOn, paidOn, opening);
    }

    private RuleBroken exceeds(String code, Money amount) {
        return RuleBroken.refused(
                code, amount + " is more than the " + outstanding + " open on invoice " + content.invoiceNumber());
    }
}
