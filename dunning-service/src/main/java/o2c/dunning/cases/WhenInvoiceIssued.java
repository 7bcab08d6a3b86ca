package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.dunning.parties.Parties;
import o2c.runtime.inbox.Heard;

/** The own copy of a receivable begins, or a stub of it becomes whole. */
@ApplicationScoped
class WhenInvoiceIssued {

    private final ReceivableFacts facts;
    private final Parties parties;

    WhenInvoiceIssued(ReceivableFacts facts, Parties parties) {
        this.facts = facts;
        this.parties = parties;
    }

    void on(@Observes InvoiceIssued e, Heard heard) {
        facts.issued(e, heard.businessDate());
        parties.sellerSeen(e.sellerId());
    }
}
