package o2c.credit.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.credit.causes.Causes;
import o2c.runtime.inbox.Heard;

/** What is owed, paid and late shows how a customer pays. */
@ApplicationScoped
class WhenPaymentAllocated {

    private final BehaviourBook book;
    private final Causes causes;

    WhenPaymentAllocated(BehaviourBook book, Causes causes) {
        this.book = book;
        this.causes = causes;
    }

    void on(@Observes InvoiceIssued issued, Heard heard) {
        book.add(issued);
        causes.note(issued, heard, issued.invoiceId());
    }

    void on(@Observes PaymentAllocated allocated, Heard heard) {
        book.pay(allocated);
        causes.note(allocated, heard, null);
    }

    void on(@Observes InvoiceSettled settled, Heard heard) {
        book.close(settled.invoiceId(), settled.settledOn());
        causes.note(settled, heard, settled.invoiceId());
    }

    void on(@Observes PaymentOverdue overdue, Heard heard) {
        if (overdue.reopened()) {
            book.close(overdue.invoiceId(), null);
        }
        book.overdue(overdue.invoiceId(), heard.eventId());
        causes.note(overdue, heard, overdue.invoiceId());
    }

    void on(@Observes OverdueWithdrawn withdrawn, Heard heard) {
        book.neverLate(withdrawn.invoiceId());
        causes.note(withdrawn, heard, withdrawn.invoiceId());
    }

    void on(@Observes PaymentReversed reversed, Heard heard) {
        book.undo(reversed);
        causes.note(reversed, heard, null);
    }

    void on(@Observes DueDateChanged changed, Heard heard) {
        book.fallDueOn(changed.invoiceId(), changed.dueOn(), heard.businessDate());
        causes.note(changed, heard, changed.invoiceId());
    }
}
