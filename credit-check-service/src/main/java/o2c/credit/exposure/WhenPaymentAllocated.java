package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.credit.exposure.domain.Movement;
import o2c.credit.exposure.domain.Receivable;
import o2c.runtime.inbox.Heard;

/** Cash was set against invoices: both fall alike. */
@ApplicationScoped
class WhenPaymentAllocated {

    private final Receivables receivables;
    private final Books books;

    WhenPaymentAllocated(Receivables receivables, Books books) {
        this.receivables = receivables;
        this.books = books;
    }

    void on(@Observes PaymentAllocated allocated, Heard heard) {
        Map<UUID, Receivable> paid = receivables.pay(allocated.allocations());
        List<Movement> movements = allocated.allocations().stream()
                .flatMap(part -> paid
                        .getOrDefault(part.invoiceId(), new Receivable(allocated.bookedOn()))
                        .paid(part.amount(), allocated.bookedOn())
                        .stream())
                .toList();
        books.post(allocated.customerId(), allocated.sellerId(), heard.eventId(), movements);
    }
}
