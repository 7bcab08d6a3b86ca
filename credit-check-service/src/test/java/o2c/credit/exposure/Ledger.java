package o2c.credit.exposure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.credit.Invoices;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.Money;

/** Speaks for invoice-service about one invoice and one payment; days are given as days before today. */
final class Ledger {

    final InvoiceIssued invoice;
    final PaymentReceived payment;
    private final UUID creditNote = Ids.next();
    private final LocalDate today;

    Ledger(InvoiceIssued invoice, PaymentReceived payment, LocalDate today) {
        this.invoice = invoice;
        this.payment = payment;
        this.today = today;
    }

    Ledger(String customer, LocalDate today, String currency) {
        this(invoice(customer, today, currency), payment(customer, today, currency), today);
    }

    private static InvoiceIssued invoice(String customer, LocalDate today, String currency) {
        BigDecimal rate = new BigDecimal(currency.equals("EUR") ? "1" : "0.5");
        LocalDate due = today.minusDays(20);
        return new InvoiceIssued(
                Ids.next(),
                customer,
                "S1",
                Ids.next().toString(),
                today.minusDays(50),
                due,
                due,
                Money.of("1000.00", currency),
                rate,
                Money.of(currency.equals("EUR") ? "1000.00" : "500.00", "EUR"),
                null,
                null,
                null);
    }

    private static PaymentReceived payment(String customer, LocalDate today, String currency) {
        BigDecimal rate = new BigDecimal(currency.equals("EUR") ? "1" : "0.5");
        Money base = Money.of(currency.equals("EUR") ? "300.00" : "150.00", "EUR");
        Money amount = Money.of("300.00", currency);
        return new PaymentReceived(Ids.next(), customer, "S1", amount, rate, base, today.minusDays(40), "thanks", null);
    }

    String customer() {
        return invoice.customerId();
    }

    private Money money(String amount) {
        return Money.of(amount + ".00", invoice.total().currency().getCurrencyCode());
    }

    private List<Allocation> part(String amount, String left) {
        return amount.equals("0")
                ? List.of()
                : List.of(new Allocation(invoice.invoiceId(), invoice.invoiceNumber(), money(amount), money(left)));
    }

    Event allocated(int ago, String amount, String left) {
        return new InvoiceEvent.PaymentAllocated(
                payment.paymentId(), customer(), "S1", payment.receivedOn(), today.minusDays(ago), part(amount, left));
    }

    Event reversed(int ago, String cash, String amount, String left) {
        return new InvoiceEvent.PaymentReversed(
                payment.paymentId(),
                customer(),
                "S1",
                payment.amount(),
                money(cash),
                today.minusDays(ago),
                "returned",
                part(amount, left),
                List.of());
    }

    Event released(int ago, String kind, String amount, String left) {
        return new InvoiceEvent.CashReleased(
                payment.paymentId(), customer(), "S1", kind, money(amount), money(left), today.minusDays(ago));
    }

    Event chargesPaid(int ago, String costs, String interest) {
        return new InvoiceEvent.LateChargesPaid(
                payment.paymentId(),
                customer(),
                "S1",
                payment.receivedOn(),
                today.minusDays(ago),
                List.of(new PaidCharges(
                        invoice.invoiceId(), invoice.invoiceNumber(), money(costs), money(interest), money("0"))));
    }

    Event discounted(int ago, String amount, String left) {
        return new InvoiceEvent.DiscountTaken(
                payment.paymentId(),
                invoice.invoiceId(),
                customer(),
                "S1",
                invoice.invoiceNumber(),
                money(amount),
                money(left),
                today.minusDays(ago));
    }

    Event writtenOff(int ago, String kind, String amount, String left) {
        return new InvoiceEvent.InvoiceWrittenOff(
                Ids.next(),
                invoice.invoiceId(),
                customer(),
                "S1",
                invoice.invoiceNumber(),
                kind,
                money(amount),
                money(left),
                today.minusDays(ago),
                kind.equals("bookkeeping"));
    }

    Event credited(int ago, int countsAgo, String amount, String taken, String left) {
        Money whole = money(amount);
        return new InvoiceEvent.CreditNoteIssued(
                creditNote,
                customer(),
                "S1",
                "CN-" + creditNote,
                today.minusDays(ago),
                today.minusDays(countsAgo),
                whole,
                invoice.rate(),
                whole,
                part(taken, left),
                whole.minus(money(taken)));
    }

    Event creditAllocated(int ago, String amount, String left) {
        return new InvoiceEvent.CreditNoteAllocated(
                creditNote, customer(), "S1", today.minusDays(ago), part(amount, left), money("0"));
    }

    Event due(int ago, String kind) {
        LocalDate due = today.minusDays(ago);
        return new InvoiceEvent.DueDateChanged(
                invoice.invoiceId(), customer(), "S1", invoice.invoiceNumber(), kind, invoice.dueOn(), due, due, due);
    }

    Event overdue() {
        return Invoices.overdue(invoice, invoice.dueOn().plusDays(1));
    }

    Event withdrawn(String cause) {
        return new InvoiceEvent.OverdueWithdrawn(
                invoice.invoiceId(), customer(), "S1", invoice.invoiceNumber(), today, cause);
    }
}
