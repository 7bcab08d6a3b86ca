package o2c.credit.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.credit.behaviour.BehaviourBook.Granted;
import o2c.credit.causes.Causes;
import o2c.runtime.inbox.Heard;

/**
 * What was granted on an invoice is open no longer, but is no money either. What was written off in the ledger only is
 * still owed: the invoice goes on being late.
 */
@ApplicationScoped
class WhenInvoiceLowered {

    private final BehaviourBook book;
    private final Causes causes;

    WhenInvoiceLowered(BehaviourBook book, Causes causes) {
        this.book = book;
        this.causes = causes;
    }

    void on(@Observes DiscountTaken taken, Heard heard) {
        book.grant(new Granted(taken.paymentId(), taken.invoiceId(), taken.amount(), taken.takenOn()));
        causes.note(taken, heard, taken.invoiceId());
    }

    void on(@Observes InvoiceWrittenOff writtenOff, Heard heard) {
        if (!writtenOff.claimLivesOn()) {
            book.grant(new Granted(null, writtenOff.invoiceId(), writtenOff.amount(), writtenOff.writtenOffOn()));
            if (writtenOff.outstanding().isZero()) {
                book.close(writtenOff.invoiceId(), writtenOff.writtenOffOn());
            }
        }
        causes.note(writtenOff, heard, writtenOff.invoiceId());
    }

    void on(@Observes CreditNoteIssued issued, Heard heard) {
        issued.allocations()
                .forEach(part -> book.grant(new Granted(null, part.invoiceId(), part.amount(), issued.countsOn())));
        causes.note(issued, heard, null);
    }

    void on(@Observes CreditNoteAllocated allocated, Heard heard) {
        allocated
                .allocations()
                .forEach(part -> book.grant(new Granted(null, part.invoiceId(), part.amount(), allocated.bookedOn())));
        causes.note(allocated, heard, null);
    }
}
