package o2c.dunning.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.runtime.inbox.Heard;

/** Who pays contests no longer: open disputes of the invoice end with outcome closed-by-payment. */
@ApplicationScoped
class WhenInvoiceSettled {

    private final DisputeHandling handling;

    WhenInvoiceSettled(DisputeHandling handling) {
        this.handling = handling;
    }

    void on(@Observes InvoiceSettled e, Heard heard) {
        handling.closeByPayment(e.invoiceId(), heard.businessDate());
    }
}
