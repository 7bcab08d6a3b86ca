package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.runtime.inbox.Heard;

/** Money came in, was set against receivables or late charges, went back, or turned out to be none. */
@ApplicationScoped
class WhenPaymentReceived {

    private final Movements movements;
    private final CashBook cash;

    WhenPaymentReceived(Movements movements, CashBook cash) {
        this.movements = movements;
        this.cash = cash;
    }

    void on(@Observes PaymentReceived payment, Heard heard) {
        cash.received(payment, heard);
    }

    void on(@Observes PaymentAllocated payment, Heard heard) {
        movements.allocated(payment, heard);
    }

    void on(@Observes DiscountTaken discount, Heard heard) {
        movements.discounted(discount, heard);
    }

    void on(@Observes LateChargesPaid charges, Heard heard) {
        cash.charged(charges, heard);
    }

    void on(@Observes CashReleased released, Heard heard) {
        cash.released(released, heard);
    }

    void on(@Observes PaymentReversed payment, Heard heard) {
        movements.reversed(payment, heard);
        cash.reversed(payment, heard);
    }
}
