package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.runtime.inbox.Heard;

/** Which invoices are overdue: a credit check tells it. */
@ApplicationScoped
class WhenPaymentOverdue {

    private final Receivables receivables;

    WhenPaymentOverdue(Receivables receivables) {
        this.receivables = receivables;
    }

    void on(@Observes PaymentOverdue overdue) {
        receivables.fallOverdue(overdue.invoiceId(), overdue.overdueOn());
    }

    void on(@Observes OverdueWithdrawn withdrawn) {
        receivables.withdrawOverdue(withdrawn.invoiceId());
    }

    void on(@Observes InvoiceSettled settled) {
        receivables.settle(settled.invoiceId(), settled.settledOn());
    }

    void on(@Observes DueDateChanged changed, Heard heard) {
        receivables.fallDueOn(changed.invoiceId(), changed.dueOn(), heard.businessDate());
    }
}
