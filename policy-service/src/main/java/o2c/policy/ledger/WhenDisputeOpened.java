package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.contracts.DunningEvent.DisputeResolved;
import o2c.runtime.inbox.Heard;

/** A dispute suspends cover; its end brings it back. */
@ApplicationScoped
class WhenDisputeOpened {

    private final Ledger ledger;

    WhenDisputeOpened(Ledger ledger) {
        this.ledger = ledger;
    }

    void on(@Observes DisputeOpened dispute, Heard heard) {
        ledger.disputed(dispute, heard);
    }

    void on(@Observes DisputeResolved dispute, Heard heard) {
        ledger.resolved(dispute, heard);
    }
}
