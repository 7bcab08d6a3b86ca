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

    void on(@Observes CustomerRegistered customer, Heard heard) {
        ledger.seated(
                customer.customerId(), new Seat(customer.country(), customer.kind(), customer.parentCustomerId()), heard);
    }

    void on(@Observes CustomerChanged customer, Heard heard) {
        ledger.seated(
                customer.customerId(), new Seat(customer.country(), customer.kind(), customer.parentCustomerId()), heard);
    }
}
