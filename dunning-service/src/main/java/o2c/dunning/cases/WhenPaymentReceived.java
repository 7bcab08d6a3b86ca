package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.dunning.cases.ReceivableFacts.Fact;
import o2c.dunning.cases.ReceivableFacts.Mark;
import o2c.dunning.cases.domain.Movement;
import o2c.runtime.inbox.Heard;

/** What moves cash on account or what is outstanding in the ledger moves it here by the same amounts. */
@ApplicationScoped
class WhenPaymentReceived {

    private final ReceivableFacts facts;
    private final CashOnAccount cash;

    WhenPaymentReceived(ReceivableFacts facts, CashOnAccount cash) {
        this.facts = facts;
        this.cash = cash;
    }

    void on(@Observes PaymentReceived e, Heard heard) {
        book(Movement.of(e), heard);
    }

    void on(@Observes PaymentAllocated e, Heard heard) {
        if (!e.allocations().isEmpty()) {
            book(Movement.of(e), heard);
        }
    }

    void on(@Observes PaymentReversed e, Heard heard) {
        book(Movement.of(e), heard);
    }

    void on(@Observes CashReleased e, Heard heard) {
        book(Movement.of(e), heard);
    }

    void on(@Observes LateChargesPaid e, Heard heard) {
        if (!e.charges().isEmpty()) {
            book(Movement.of(e), heard);
        }
    }

    void on(@Observes DiscountTaken e, Heard heard) {
        book(Movement.of(e), heard);
    }

    void on(@Observes InvoiceWrittenOff e, Heard heard) {
        book(Movement.of(e), heard);
    }

    void on(@Observes CreditNoteIssued e, Heard heard) {
        book(Movement.of(e), heard);
    }

    void on(@Observes CreditNoteAllocated e, Heard heard) {
        book(Movement.of(e), heard);
    }

    private void book(Movement movement, Heard heard) {
        // always in the same order, so that two transactions never wait for each other
        movement.parts().stream()
                .sorted(Comparator.comparing(Movement.Part::invoiceId))
                .forEach(part -> book(part, movement, heard));
        if (!movement.cash().isZero()) {
            cash.changed(heard.eventId(), movement.account(), movement.cash(), heard.businessDate());
        }
    }

    private void book(Movement.Part part, Movement movement, Heard heard) {
        Fact fact = new Fact(
                heard.eventId(),
                part.invoiceId(),
                movement.account().customerId(),
                heard.businessDate(),
                part.valuedOn());
        facts.lowered(fact, part.kind(), part.amount(), movement.paymentId());
        if (part.reopens()) {
            facts.marked(fact.valued(heard.businessDate()), Mark.REOPENED);
        }
    }
}
