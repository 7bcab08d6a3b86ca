package o2c.credit.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.credit.causes.Causes;
import o2c.runtime.inbox.Heard;

/** An invoice that was contested counts in the dispute rate from then on. */
@ApplicationScoped
class WhenDisputeOpened {

    private final BehaviourBook book;
    private final Causes causes;

    WhenDisputeOpened(BehaviourBook book, Causes causes) {
        this.book = book;
        this.causes = causes;
    }

    void on(@Observes DisputeOpened opened, Heard heard) {
        book.dispute(opened.invoiceId(), opened.openedOn());
        causes.note(opened, heard, opened.invoiceId());
    }
}
