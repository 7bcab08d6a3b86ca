package o2c.invoice.charges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.DunningEvent.StepTaken;
import o2c.invoice.receivables.OpenItems;
import o2c.runtime.inbox.Heard;

/** From the formal notice on, money may pay an invoice's charges before its principal, as the tenant's rule says. */
@ApplicationScoped
class WhenStepTaken {

    private static final String FORMAL_NOTICE = "formal-notice";

    private final OpenItems openItems;

    WhenStepTaken(OpenItems openItems) {
        this.openItems = openItems;
    }

    void on(@Observes StepTaken event, Heard heard) {
        if (event.step().equals(FORMAL_NOTICE)) {
            openItems.notice(event.invoiceId());
        }
    }
}
