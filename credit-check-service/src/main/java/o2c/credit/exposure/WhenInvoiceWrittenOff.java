package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.credit.exposure.domain.Receivable;
import o2c.runtime.inbox.Heard;

/**
 * A part of an invoice was given up: it is lower, no cash is. What was written off in the ledger only is no longer part
 * of what is open either, but where the invoice was overdue it stays so: the customer still owes it.
 */
@ApplicationScoped
class WhenInvoiceWrittenOff {

    private final Receivables receivables;
    private final Books books;

    WhenInvoiceWrittenOff(Receivables receivables, Books books) {
        this.receivables = receivables;
        this.books = books;
    }

    void on(@Observes DiscountTaken taken, Heard heard) {
        Allocation part = new Allocation(taken.invoiceId(), taken.invoiceNumber(), taken.amount(), taken.outstanding());
        Receivable lower = lower(part, Receivable.unheard(taken.takenOn()));
        books.post(
                taken.customerId(), taken.sellerId(), heard.eventId(), lower.givenUp(taken.amount(), taken.takenOn()));
    }

    void on(@Observes InvoiceWrittenOff writtenOff, Heard heard) {
        UUID invoiceId = writtenOff.invoiceId();
        Allocation part =
                new Allocation(invoiceId, writtenOff.invoiceNumber(), writtenOff.amount(), writtenOff.outstanding());
        Receivable lower = lower(part, Receivable.unheard(writtenOff.writtenOffOn()));
        if (writtenOff.outstanding().isZero() && !writtenOff.claimLivesOn()) {
            receivables.settle(invoiceId, writtenOff.writtenOffOn());
        }
        books.post(
                writtenOff.customerId(),
                writtenOff.sellerId(),
                heard.eventId(),
                lower.givenUp(writtenOff.amount(), writtenOff.writtenOffOn()));
    }

    private Receivable lower(Allocation part, Receivable unheard) {
        return receivables.lower(List.of(part)).getOrDefault(part.invoiceId(), unheard);
    }
}
