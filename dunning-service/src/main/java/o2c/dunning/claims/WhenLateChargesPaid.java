package o2c.dunning.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.runtime.inbox.Heard;

/** Paid charges are no longer claimed; when the payment turns out to be none they are claimed again. */
@ApplicationScoped
class WhenLateChargesPaid {

    private final ChargePayments payments;

    WhenLateChargesPaid(ChargePayments payments) {
        this.payments = payments;
    }

    void on(@Observes LateChargesPaid e, Heard heard) {
        e.charges().forEach(part -> payments.enter(heard, e.paymentId(), part, 1, e.allocatedOn()));
    }

    void on(@Observes PaymentReversed e, Heard heard) {
        e.charges().forEach(part -> payments.enter(heard, e.paymentId(), part, -1, e.reversedOn()));
    }
}
