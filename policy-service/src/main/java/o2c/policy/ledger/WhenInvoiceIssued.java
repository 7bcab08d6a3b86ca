package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.runtime.inbox.Heard;

/** A new receivable, or another due day of one: more is owed, and more may be insured. */
@ApplicationScoped
class WhenInvoiceIssued {

    private final Ledger ledger;

    WhenInvoiceIssued(Ledger ledger) {
        this.ledger = ledger;
    }

    void on(@Observes InvoiceIssued invoice, Heard heard) {
        ledger.issued(invoice, heard);
    }

    void on(@Observes DueDateChanged change, Heard heard) {
        ledger.dueDateChanged(change, heard);
    }
}
