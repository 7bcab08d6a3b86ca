package o2c.dunning.promises;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.dunning.promises.PromiseKeeping.Said;
import o2c.dunning.promises.domain.Promise;
import o2c.runtime.inbox.Heard;

/** A promise that was made before an open item was taken over is waited for, as long as one can be made here. */
@ApplicationScoped
class WhenPromiseTakenOver {

    private static final int ONCE_IT_IS_KNOWN = 5000;
    private static final String TAKEN_BY = "takeover";

    private final PromiseKeeping promises;

    WhenPromiseTakenOver(PromiseKeeping promises) {
        this.promises = promises;
    }

    void on(@Observes @Priority(ONCE_IT_IS_KNOWN) InvoiceIssued e, Heard heard) {
        if (e.opening() == null
                || e.opening().promisedOn() == null
                || !e.total().isPositive()) {
            return;
        }
        LocalDate day = heard.businessDate();
        LocalDate promisedOn = e.opening().promisedOn();
        if (!promisedOn.isBefore(day) && !promisedOn.isAfter(day.plusDays(Promise.LONGEST_DAYS))) {
            Said said =
                    new Said(e.customerId(), e.sellerId(), List.of(e.invoiceNumber()), null, promisedOn, null, null);
            promises.takeOver(e.invoiceId(), said, new Promise.Noted(null, null, TAKEN_BY, day));
        }
    }
}
