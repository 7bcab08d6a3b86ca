package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.runtime.inbox.Heard;

/** Something of a receivable was taken back or given up: less is owed without any money. */
@ApplicationScoped
class WhenCreditNoteIssued {

    private final Movements movements;
    private final CashBook cash;

    WhenCreditNoteIssued(Movements movements, CashBook cash) {
        this.movements = movements;
        this.cash = cash;
    }

    void on(@Observes CreditNoteIssued note, Heard heard) {
        cash.credited(note, heard);
        movements.credited(note, heard);
    }

    void on(@Observes CreditNoteAllocated note, Heard heard) {
        movements.credited(note, heard);
    }

    void on(@Observes InvoiceWrittenOff gone, Heard heard) {
        movements.writtenOff(gone, heard);
    }
}
