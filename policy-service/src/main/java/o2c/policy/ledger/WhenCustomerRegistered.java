package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.CreditEvent.CustomerChanged;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.policy.ledger.Ledger.Seat;
import o2c.runtime.inbox.Heard;

/** The customer's country decides whether the policy insures him. */
@ApplicationScoped
class WhenCustomerRegistered {

    private final Ledger ledger;

    WhenCustomerRegistered(Ledger ledger) {
        this.ledger = ledger;
    }

    void on(@Observes CustomerRegistered told, Heard heard) {
        Seat seat = new Seat(told.country(), told.kind(), told.parentCustomerId(), told.segment());
        ledger.seated(told.customerId(), seat, heard);
    }

    void on(@Observes CustomerChanged told, Heard heard) {
        Seat seat = new Seat(told.country(), told.kind(), told.parentCustomerId(), told.segment());
        ledger.seated(told.customerId(), seat, heard);
    }
}
