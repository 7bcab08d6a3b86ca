package o2c.credit.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent;
import o2c.contracts.Publisher;

/** An invoice or a payment may name a customer whom nobody has registered yet. */
@ApplicationScoped
class WhenInvoiceIssued {

    private final CustomerRegister register;

    WhenInvoiceIssued(CustomerRegister register) {
        this.register = register;
    }

    void on(@Observes InvoiceEvent.InvoiceIssued issued) {
        register.hearOf(issued.customerId(), Publisher.INVOICE.key());
    }

    void on(@Observes InvoiceEvent.PaymentReceived received) {
        register.hearOf(received.customerId(), Publisher.INVOICE.key());
    }
}
