package o2c.dunning.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.runtime.inbox.Heard;

/** Who paid in time, or was not late by the right day, owes no charges, whenever we learn of it. */
@ApplicationScoped
class WhenOverdueWithdrawn {

    private static final String CORRECTION = "correction";

    private final LateChargeClaims claims;

    WhenOverdueWithdrawn(LateChargeClaims claims) {
        this.claims = claims;
    }

    void on(@Observes OverdueWithdrawn e, Heard heard) {
        claims.overdueWithdrawn(e.invoiceId(), heard.businessDate());
    }

    void on(@Observes DueDateChanged e, Heard heard) {
        if (e.kind().equals(CORRECTION)) {
            claims.dueDateCorrected(e.invoiceId(), e.payableOn(), heard.businessDate());
        }
    }
}
