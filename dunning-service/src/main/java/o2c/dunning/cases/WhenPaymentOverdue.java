package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.dunning.cases.ReceivableFacts.Fact;
import o2c.dunning.cases.ReceivableFacts.Mark;
import o2c.runtime.inbox.Heard;

/** The ledger's word on a receivable: overdue, not overdue after all, settled. Steps after the due day rest on it. */
@ApplicationScoped
class WhenPaymentOverdue {

    private final ReceivableFacts facts;

    WhenPaymentOverdue(ReceivableFacts facts) {
        this.facts = facts;
    }

    void on(@Observes PaymentOverdue e, Heard heard) {
        facts.marked(
                new Fact(heard.eventId(), e.invoiceId(), e.customerId(), heard.businessDate(), e.overdueOn()),
                Mark.OVERDUE);
    }

    void on(@Observes OverdueWithdrawn e, Heard heard) {
        facts.marked(new Fact(heard.eventId(), e.invoiceId(), e.customerId(), heard.businessDate()), Mark.WITHDRAWN);
    }

    void on(@Observes InvoiceSettled e, Heard heard) {
        facts.marked(new Fact(heard.eventId(), e.invoiceId(), e.customerId(), heard.businessDate()), Mark.SETTLED);
    }
}
