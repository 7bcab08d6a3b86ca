package o2c.dunning.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.runtime.derive.Marks;

/** Promises and plans of a customer are looked at again once his money is set against invoices, or owed again. */
@ApplicationScoped
class WhenMoneyCameIn {

    private final Marks marks;

    WhenMoneyCameIn(Marks marks) {
        this.marks = marks;
    }

    void on(@Observes PaymentAllocated e) {
        marks.mark(e.customerId());
    }

    void on(@Observes InvoiceSettled e) {
        marks.mark(e.customerId());
    }

    void on(@Observes CreditNoteAllocated e) {
        marks.mark(e.customerId());
    }

    void on(@Observes CreditNoteIssued e) {
        marks.mark(e.customerId());
    }

    void on(@Observes DiscountTaken e) {
        marks.mark(e.customerId());
    }

    void on(@Observes InvoiceWrittenOff e) {
        marks.mark(e.customerId());
    }

    void on(@Observes PaymentReversed e) {
        marks.mark(e.customerId());
    }
}
