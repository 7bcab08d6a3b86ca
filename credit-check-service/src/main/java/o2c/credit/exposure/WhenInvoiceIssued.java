package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.exposure.domain.Movement;
import o2c.credit.exposure.domain.Receivable;
import o2c.credit.exposure.domain.Reservation;
import o2c.runtime.inbox.Heard;

/** An invoice raises what is open, and takes the place of what its order had reserved. */
@ApplicationScoped
class WhenInvoiceIssued {

    private final Receivables receivables;
    private final Orders orders;
    private final Books books;
    private final RateBook rates;

    WhenInvoiceIssued(Receivables receivables, Orders orders, Books books, RateBook rates) {
        this.receivables = receivables;
        this.orders = orders;
        this.books = books;
        this.rates = rates;
    }

    void on(@Observes InvoiceIssued issued, Heard heard) {
        rates.note(issued.total(), issued.rate(), issued.issuedOn());
        receivables.add(issued);
        List<Movement> movements =
                new ArrayList<>(new Receivable(issued.issuedOn(), issued.dueOn()).issued(issued.total()));
        orders.find(issued.customerId(), issued.orderId()).ifPresent(before -> {
            Reservation after = before.invoiced(issued.total());
            orders.save(List.of(after));
            movements.addAll(after.movementsSince(before, issued.issuedOn()));
        });
        books.post(issued.customerId(), issued.sellerId(), heard.eventId(), movements);
    }
}
