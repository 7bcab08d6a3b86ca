package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.Opening;
import o2c.dunning.cases.ReceivableFacts.Fact;
import o2c.dunning.cases.ReceivableFacts.Mark;
import o2c.dunning.cases.domain.Pause;
import o2c.dunning.parties.Parties;
import o2c.runtime.inbox.Heard;

/** The own copy of a receivable begins, or a stub of it becomes whole; its days change when the ledger says so. */
@ApplicationScoped
class WhenInvoiceIssued {

    private final ReceivableFacts facts;
    private final Pauses pauses;
    private final Parties parties;

    WhenInvoiceIssued(ReceivableFacts facts, Pauses pauses, Parties parties) {
        this.facts = facts;
        this.pauses = pauses;
        this.parties = parties;
    }

    void on(@Observes InvoiceIssued e, Heard heard) {
        facts.issued(e, heard.businessDate());
        parties.sellerSeen(e.sellerId());
        if (e.opening() != null) {
            takeOver(e, e.opening(), heard);
        }
    }

    void on(@Observes DueDateChanged e, Heard heard) {
        Fact fact = new Fact(heard.eventId(), e.invoiceId(), e.customerId(), heard.businessDate());
        facts.due(fact, heard.sequence(), e.dueOn(), e.payableOn());
        boolean notLateNow = !heard.businessDate().isAfter(e.payableOn());
        if (notLateNow) {
            facts.marked(fact, Mark.DEFERRED);
        }
    }

    /** Dunning goes on where the books that were taken over had left it, and is silent as long as they asked for. */
    private void takeOver(InvoiceIssued e, Opening opening, Heard heard) {
        if (opening.levelReached() > 0) {
            facts.takenOver(e.invoiceId(), opening.levelReached(), opening.lastStepOn());
        }
        if (opening.quietUntil() != null) {
            pauses.begin(
                    heard.eventId(),
                    new Pauses.Scope(e.customerId(), e.sellerId(), e.invoiceId()),
                    new Pause(Pause.Kind.HOLD, opening.quietUntil().minusDays(1)),
                    heard.businessDate());
        }
    }
}
