package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Event;

/** What is announced about an invoice, in the words of the contract. */
final class Announcements {

    private Announcements() {}

    static InvoiceEvent.InvoiceIssued issued(Invoice invoice, IssueFacts facts) {
        InvoiceContent content = invoice.content();
        return new InvoiceEvent.InvoiceIssued(
                invoice.id(),
                content.customerId(),
                content.sellerId(),
                content.invoiceNumber(),
                content.issuedOn(),
                content.dueOn(),
                content.payableOn(),
                content.owed(),
                facts.rate(),
                facts.inBase(content.owed()),
                content.references().orderId(),
                content.references().deliveredOn(),
                content.netOwed(),
                instalment(facts.part()),
                facts.terms() == null
                        ? null
                        : new InvoiceEvent.Terms(
                                facts.terms().termsId(), facts.terms().version()),
                facts.origin(),
                facts.opening() == null ? null : facts.opening().told());
    }

    private static InvoiceEvent.Instalment instalment(Part part) {
        return part.of() == 1 ? null : new InvoiceEvent.Instalment(part.number(), part.of(), part.firstId());
    }

    /** Said once per invoice, and only where the seller set itself a norm and told the day of delivery. */
    static Optional<Event> invoicingLate(Invoice invoice, IssueFacts facts) {
        InvoiceContent content = invoice.content();
        LocalDate deliveredOn = content.references().deliveredOn();
        if (deliveredOn == null || facts.invoicingDays() == null || facts.part().firstId() != null) {
            return Optional.empty();
        }
        int lag = Math.toIntExact(ChronoUnit.DAYS.between(deliveredOn, content.issuedOn()));
        return lag <= facts.invoicingDays()
                ? Optional.empty()
                : Optional.of(new InvoiceEvent.InvoicingLate(
                        invoice.id(),
                        content.customerId(),
                        content.sellerId(),
                        content.invoiceNumber(),
                        deliveredOn,
                        content.issuedOn(),
                        lag,
                        facts.invoicingDays()));
    }

    static Event writtenOff(Invoice after, WriteOff writeOff) {
        InvoiceContent content = after.content();
        return new InvoiceEvent.InvoiceWrittenOff(
                writeOff.id(),
                after.id(),
                content.customerId(),
                content.sellerId(),
                content.invoiceNumber(),
                writeOff.kind().label(),
                writeOff.amount(),
                after.outstanding(),
                writeOff.writtenOffOn(),
                writeOff.kind() == WriteOff.Kind.BOOKKEEPING);
    }

    static Event dueDateChanged(Invoice after, DueDateChange change, LocalDate formerDueOn) {
        InvoiceContent content = after.content();
        return new InvoiceEvent.DueDateChanged(
                after.id(),
                content.customerId(),
                content.sellerId(),
                content.invoiceNumber(),
                change.kind().label(),
                formerDueOn,
                content.dueOn(),
                content.payableOn(),
                change.policyDueOn());
    }
}
