package o2c.invoice.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.CreditEvent;
import o2c.invoice.customers.KnownCustomers.Known;
import o2c.runtime.inbox.Heard;

/** A customer that credit-check-service registered or changed is not provisional (any more). */
@ApplicationScoped
class WhenCustomerRegistered {

    private final KnownCustomers customers;

    WhenCustomerRegistered(KnownCustomers customers) {
        this.customers = customers;
    }

    void registered(@Observes CreditEvent.CustomerRegistered event, Heard heard) {
        customers.keep(
                new Known(event.customerId(), event.country(), event.kind(), event.segment()), heard.recordedAt());
    }

    void changed(@Observes CreditEvent.CustomerChanged event, Heard heard) {
        customers.keep(
                new Known(event.customerId(), event.country(), event.kind(), event.segment()), heard.recordedAt());
    }
}
