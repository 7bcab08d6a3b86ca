package o2c.dunning.disputes;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.dunning.disputes.domain.Dispute;
import o2c.dunning.disputes.domain.DisputeCode;

/** What was contested before an open item was taken over is contested here too, and somebody is to decide it. */
@ApplicationScoped
class WhenDisputeTakenOver {

    private static final int ONCE_IT_IS_KNOWN = 5000;
    private static final String OPENED_BY = "takeover";

    private final DisputeHandling handling;

    WhenDisputeTakenOver(DisputeHandling handling) {
        this.handling = handling;
    }

    void on(@Observes @Priority(ONCE_IT_IS_KNOWN) InvoiceIssued e) {
        if (e.opening() != null && e.opening().disputedAmount() != null) {
            handling.takeOver(
                    e.invoiceId(),
                    e.opening().disputedAmount(),
                    new Dispute.Grounds(DisputeCode.OTHER, null, OPENED_BY));
        }
    }
}
