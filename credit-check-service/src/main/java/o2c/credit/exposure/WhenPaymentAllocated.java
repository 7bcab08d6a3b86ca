package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Movement;
import o2c.credit.exposure.domain.Receivable;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;

/** Cash was set against invoices, or that is undone; what goes to late charges is gone as cash all the same. */
@ApplicationScoped
class WhenPaymentAllocated {

    private final Receivables receivables;
    private final Books books;
    private final Marks marks;

    WhenPaymentAllocated(Receivables receivables, Books books, Marks marks) {
        this.receivables = receivables;
        this.books = books;
        this.marks = marks;
    }

    void on(@Observes PaymentAllocated allocated, Heard heard) {
        Map<UUID, Receivable> paid = receivables.lower(allocated.allocations());
        List<Movement> movements = allocated.allocations().stream()
                .flatMap(part -> paid
                        .getOrDefault(part.invoiceId(), Receivable.unheard(allocated.bookedOn()))
                        .paid(part.amount(), allocated.bookedOn())
                        .stream())
                .toList();
        books.post(allocated.customerId(), allocated.sellerId(), heard.eventId(), movements);
    }

    void on(@Observes LateChargesPaid paid, Heard heard) {
        Map<UUID, Receivable> known = receivables.known(
                paid.charges().stream().map(PaidCharges::invoiceId).toList());
        List<Movement> movements = paid.charges().stream()
                .flatMap(part -> known
                        .getOrDefault(part.invoiceId(), Receivable.unheard(paid.allocatedOn()))
                        .chargesPaid(part.costs().plus(part.interest()), paid.allocatedOn())
                        .stream())
                .toList();
        books.post(paid.customerId(), paid.sellerId(), heard.eventId(), movements);
        marks.mark(paid.customerId());
    }

    void on(@Observes PaymentReversed reversed, Heard heard) {
        Map<UUID, Receivable> reopened = receivables.reopen(reversed.allocations());
        List<Movement> movements = new ArrayList<>();
        reversed.allocations().stream()
                .flatMap(part -> reopened
                        .getOrDefault(part.invoiceId(), Receivable.unheard(reversed.reversedOn()))
                        .owedAgain(part.amount(), reversed.reversedOn())
                        .stream())
                .forEach(movements::add);
        if (!reversed.unallocated().isZero()) {
            movements.add(new Movement(
                    ExposureKind.UNALLOCATED_CASH, reversed.unallocated().negated(), reversed.reversedOn()));
        }
        books.post(reversed.customerId(), reversed.sellerId(), heard.eventId(), movements);
    }
}
