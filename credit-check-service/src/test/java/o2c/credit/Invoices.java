package o2c.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.kernel.Ids;
import o2c.kernel.Money;

/** Events as invoice-service announces them. */
public final class Invoices {

    private Invoices() {}

    public static InvoiceIssued issued(String customerId, String amount, LocalDate on) {
        return issued(customerId, amount, on, null);
    }

    public static InvoiceIssued issued(String customerId, String amount, LocalDate on, String orderId) {
        UUID id = Ids.next();
        Money total = Money.of(amount, "EUR");
        return new InvoiceIssued(
                id,
                customerId,
                "S1",
                id.toString(),
                on,
                on.plusDays(30),
                on.plusDays(30),
                total,
                BigDecimal.ONE,
                total,
                orderId,
                null,
                null);
    }

    public static PaymentReceived received(String customerId, String amount, LocalDate on, String orderId) {
        Money money = Money.of(amount, "EUR");
        return new PaymentReceived(Ids.next(), customerId, "S1", money, BigDecimal.ONE, money, on, "thanks", orderId);
    }

    public static PaymentAllocated allocated(InvoiceIssued invoice, String amount, LocalDate receivedOn) {
        Money paid = Money.of(amount, "EUR");
        return new PaymentAllocated(
                Ids.next(),
                invoice.customerId(),
                "S1",
                receivedOn,
                receivedOn,
                List.of(new Allocation(
                        invoice.invoiceId(),
                        invoice.invoiceNumber(),
                        paid,
                        invoice.total().minus(paid))));
    }

    public static PaymentOverdue overdue(InvoiceIssued invoice, LocalDate on) {
        return new PaymentOverdue(
                invoice.invoiceId(),
                invoice.customerId(),
                "S1",
                invoice.invoiceNumber(),
                invoice.dueOn(),
                invoice.payableOn(),
                on,
                invoice.total(),
                false);
    }

    public static InvoiceEvent.InvoiceSettled settled(InvoiceIssued invoice, LocalDate on) {
        return new InvoiceEvent.InvoiceSettled(
                invoice.invoiceId(), invoice.customerId(), "S1", invoice.invoiceNumber(), on, 0);
    }
}
