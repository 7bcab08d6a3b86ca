package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Movement;
import o2c.credit.exposure.domain.Reservation;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;

/**
 * Money came in: it is unallocated cash; what an order asked in advance stays kept for that order. What is paid back or
 * kept as a small difference is the customer's cash no longer.
 */
@ApplicationScoped
class WhenPaymentReceived {

    private final Orders orders;
    private final Books books;
    private final RateBook rates;
    private final Marks marks;

    WhenPaymentReceived(Orders orders, Books books, RateBook rates, Marks marks) {
        this.orders = orders;
        this.books = books;
        this.rates = rates;
        this.marks = marks;
    }

    void on(@Observes PaymentReceived received, Heard heard) {
        rates.note(received.amount(), received.rate(), received.receivedOn());
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement(ExposureKind.UNALLOCATED_CASH, received.amount(), received.receivedOn()));
        orders.find(received.customerId(), received.orderId()).ifPresent(before -> {
            Reservation after = before.prepaid(received.amount());
            orders.save(List.of(after));
            movements.addAll(after.movementsSince(before, received.receivedOn()));
        });
        books.post(received.customerId(), received.sellerId(), heard.eventId(), movements);
    }

    void on(@Observes CashReleased released, Heard heard) {
        Movement gone =
                new Movement(ExposureKind.UNALLOCATED_CASH, released.amount().negated(), released.releasedOn());
        books.post(released.customerId(), released.sellerId(), heard.eventId(), List.of(gone));
        marks.mark(released.customerId());
    }
}
