package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Movement;
import o2c.credit.exposure.domain.Receivable;
import o2c.runtime.inbox.Heard;

/** A credit note is an open credit at first; what is set against invoices lowers both alike. */
@ApplicationScoped
class WhenCreditNoteIssued {

    private final CreditNotes creditNotes;
    private final Receivables receivables;
    private final Books books;
    private final RateBook rates;

    WhenCreditNoteIssued(CreditNotes creditNotes, Receivables receivables, Books books, RateBook rates) {
        this.creditNotes = creditNotes;
        this.receivables = receivables;
        this.books = books;
        this.rates = rates;
    }

    void on(@Observes CreditNoteIssued issued, Heard heard) {
        rates.note(issued.amount(), issued.rate(), issued.issuedOn());
        boolean fromTheStart = issued.countsOn().isBefore(issued.issuedOn());
        creditNotes.add(issued.creditNoteId(), fromTheStart);
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement(ExposureKind.OPEN_CREDITS, issued.amount(), issued.issuedOn()));
        movements.addAll(lowered(issued.allocations(), issued.issuedOn(), fromTheStart));
        books.post(issued.customerId(), issued.sellerId(), heard.eventId(), movements);
    }

    void on(@Observes CreditNoteAllocated allocated, Heard heard) {
        boolean fromTheStart = creditNotes.isFromTheStart(allocated.creditNoteId());
        books.post(
                allocated.customerId(),
                allocated.sellerId(),
                heard.eventId(),
                lowered(allocated.allocations(), allocated.bookedOn(), fromTheStart));
    }

    private List<Movement> lowered(List<Allocation> parts, LocalDate bookedOn, boolean fromTheStart) {
        Map<UUID, Receivable> lower = receivables.lower(parts);
        return parts.stream()
                .flatMap(part -> lower
                        .getOrDefault(part.invoiceId(), Receivable.unheard(bookedOn))
                        .credited(part.amount(), bookedOn, fromTheStart)
                        .stream())
                .toList();
    }
}
