package o2c.policy.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.kernel.Ids;
import o2c.kernel.Money;

/**
 * What invoice-service tells about one invoice. Money comes on 22 December, credit notes on the 24th, write-offs are
 * of the 27th, reversals of the 28th, what is left is dealt with on the 29th.
 */
record Told(InvoiceIssued invoice, UUID paymentId, UUID creditNoteId) {

    private static final LocalDate PAID_ON = LocalDate.parse("2025-12-22");
    private static final LocalDate NOTED_ON = LocalDate.parse("2025-12-24");
    private static final LocalDate WRITTEN_OFF_ON = LocalDate.parse("2025-12-27");
    private static final LocalDate REVERSED_ON = LocalDate.parse("2025-12-28");
    private static final LocalDate LATER = LocalDate.parse("2025-12-29");

    static Told of(InvoiceIssued invoice) {
        return new Told(invoice, Ids.next(), Ids.next());
    }

    PaymentReceived received(String amount) {
        Money money = eur(amount);
        return new PaymentReceived(
                paymentId, invoice.customerId(), invoice.sellerId(), money, BigDecimal.ONE, money, PAID_ON, null, null);
    }

    PaymentAllocated paid(String amount) {
        return paid(amount, PAID_ON);
    }

    PaymentAllocated paid(String amount, LocalDate on) {
        return new PaymentAllocated(paymentId, invoice.customerId(), invoice.sellerId(), on, on, List.of(part(amount)));
    }

    PaymentReversed reversed(String again, String unallocated) {
        return new PaymentReversed(
                paymentId,
                invoice.customerId(),
                invoice.sellerId(),
                eur(again).plus(eur(unallocated)),
                eur(unallocated),
                REVERSED_ON,
                "returned",
                List.of(part(again)),
                List.of());
    }

    DiscountTaken discount(String amount) {
        return new DiscountTaken(
                paymentId,
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.sellerId(),
                invoice.invoiceNumber(),
                eur(amount),
                eur("0.00"),
                PAID_ON);
    }

    LateChargesPaid charges(String costs, String interest) {
        PaidCharges charges =
                new PaidCharges(invoice.invoiceId(), invoice.invoiceNumber(), eur(costs), eur(interest), eur("0.00"));
        return new LateChargesPaid(
                paymentId, invoice.customerId(), invoice.sellerId(), PAID_ON, LATER, List.of(charges));
    }

    CashReleased released(String amount) {
        return new CashReleased(
                paymentId, invoice.customerId(), invoice.sellerId(), "refund", eur(amount), eur("0.00"), LATER);
    }

    InvoiceWrittenOff writtenOff(String kind, String amount) {
        return new InvoiceWrittenOff(
                Ids.next(),
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.sellerId(),
                invoice.invoiceNumber(),
                kind,
                eur(amount),
                eur("0.00"),
                WRITTEN_OFF_ON,
                kind.equals("bookkeeping"));
    }

    /** A credit note that counts on its own day, or from an earlier one where the invoice was wrong at first. */
    CreditNoteIssued credited(String countsOn, String allocated, String open) {
        Money amount = eur(allocated).plus(eur(open));
        return new CreditNoteIssued(
                creditNoteId,
                invoice.customerId(),
                invoice.sellerId(),
                "CN-" + creditNoteId,
                NOTED_ON,
                LocalDate.parse(countsOn),
                amount,
                BigDecimal.ONE,
                amount,
                List.of(part(allocated)),
                eur(open));
    }

    CreditNoteAllocated creditAllocated(String amount) {
        return new CreditNoteAllocated(
                creditNoteId, invoice.customerId(), invoice.sellerId(), LATER, List.of(part(amount)), eur("0.00"));
    }

    DueDateChanged due(String kind, String dueOn, String policyDueOn) {
        return new DueDateChanged(
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.sellerId(),
                invoice.invoiceNumber(),
                kind,
                invoice.dueOn(),
                LocalDate.parse(dueOn),
                LocalDate.parse(dueOn),
                LocalDate.parse(policyDueOn));
    }

    private Allocation part(String amount) {
        return new Allocation(invoice.invoiceId(), invoice.invoiceNumber(), eur(amount), eur("0.00"));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
