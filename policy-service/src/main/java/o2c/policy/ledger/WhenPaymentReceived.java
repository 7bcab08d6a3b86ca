package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.runtime.inbox.Heard;

/** Money came in, and was set against receivables. */
@ApplicationScoped
class WhenPaymentReceived {

    private final Ledger ledger;

    WhenPaymentReceived(Ledger ledger) {
        this.ledger = ledger;
    }

    void on(@Observes PaymentReceived payment, Heard heard) {
        ledger.received(payment, heard);
    }

    void on(@Observes PaymentAllocated payment, Heard heard) {
        ledger.allocated(payment, heard);
    }
}
