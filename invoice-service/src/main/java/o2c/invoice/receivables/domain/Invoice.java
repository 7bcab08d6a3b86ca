package o2c.invoice.receivables.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        content.checkAgainst(today);
        Invoice invoice = new Invoice(id, content, content.total(), InvoiceStatus.OPEN, null, null, 1);
        return Decision.of(
                invoice,
                new InvoiceEvent.InvoiceIssued(
                        id,
                        content.customerId(),
                        content.sellerId(),
                        content.invoiceNumber(),
                        content.issuedOn(),
                        content.dueOn(),
                        content.payableOn(),
                        content.total(),
                        BigDecimal.ONE,
                        content.total(),
                        content.references().orderId(),
                        content.references().deliveredOn(),
                        content.netAmount()));
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
            throw RuleBroken.refused(
                    "payment-exceeds-outstanding",
                    amount + " is more than the " + outstanding + " open on invoice " + content.invoiceNumber());
        }
        Money rest = outstanding.minus(amount).minus(granted);
        LocalDate paidOn = lastPaidOn == null || receivedOn.isAfter(lastPaidOn) ? receivedOn : lastPaidOn;
        InvoiceStatus after = rest.isZero() ? InvoiceStatus.SETTLED : status;
        Invoice paid = new Invoice(id, content, rest, after, overdueOn, paidOn, opening);
        return rest.isZero() ? paid.settled() : Decision.unchanged(paid);
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
        return status == InvoiceStatus.SETTLED && !lastPaidOn.isAfter(content.payableOn());
    }

    /** Days from the agreed day to the last money; 0 when in time. */
    public int daysLate() {
        return wasPaidInTime() ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(content.dueOn(), lastPaidOn));
    }

    /** Settled, and where it had been declared overdue wrongly, as the money now shows, that is taken back. */
    private Decision<Invoice> settled() {
        String number = content.invoiceNumber();
        Event settled = new InvoiceEvent.InvoiceSettled(
                id, content.customerId(), content.sellerId(), number, lastPaidOn, daysLate());
        if (overdueOn == null || !wasPaidInTime()) {
            return Decision.of(this, settled);
        }
        Invoice neverLate = new Invoice(id, content, outstanding, status, null, lastPaidOn, opening);
        Event withdrawn =
                new InvoiceEvent.OverdueWithdrawn(id, content.customerId(), content.sellerId(), number, lastPaidOn);
        return Decision.of(neverLate, settled, withdrawn);
    }
}
