package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import o2c.invoice.payments.Payments.CashMovement;
import o2c.invoice.payments.domain.AllocationOrder;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.payments.domain.Payment.Allocated;
import o2c.invoice.payments.domain.Share;
import o2c.invoice.receivables.OpenItems;
import o2c.invoice.receivables.OpenItems.Account;
import o2c.invoice.receivables.OpenItems.Paid;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Books money that came in and sets it against invoices, at once or later. */
@ApplicationScoped
class CashReceipts {

    private final Payments payments;
    private final OpenItems openItems;
    private final Outbox outbox;
    private final Tenancy tenancy;

    CashReceipts(Payments payments, OpenItems openItems, Outbox outbox, Tenancy tenancy) {
        this.payments = payments;
        this.openItems = openItems;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** The payer's own word on an invoice. */
    record Named(String invoiceNumber, Money amount) {}

    /** A payment after an allocation, and what this allocation set against which invoice. */
    record Booked(Payment payment, List<Share> shares) {}

    /**
     * Books a receipt; without names the order of law says where it goes.
     *
     * @throws RuleBroken {@code exchange-rate-missing}, {@code date-in-future}, {@code amount-not-positive},
     *     {@code invoice-unknown}, {@code payment-exceeds-outstanding}, {@code allocation-exceeds-payment}
     */
    Booked receive(Payment receipt, List<Named> named) {
        checkCurrency(receipt.amount());
        Decision<Payment> received = Payment.receive(receipt, tenancy.today());
        List<Share> shares = shares(received.next(), named);
        Decision<Allocated> decision = received.then(payment -> payment.allocate(shares, receipt.receivedOn()));
        List<CashMovement> movements = new ArrayList<>();
        movements.add(new CashMovement("received", receipt.amount(), receipt.receivedOn(), receipt.id()));
        movements.addAll(takenAway(shares, receipt.receivedOn()));
        payments.enter(decision.next().payment(), movements);
        book(decision, shares, receipt.receivedOn());
        return new Booked(decision.next().payment(), shares);
    }

    /**
     * Sets what is left of a payment against invoices on the business date.
     *
     * @throws RuleBroken {@code payment-unknown}, {@code nothing-to-allocate} and those of {@link #receive}
     */
    Booked allocate(UUID paymentId, List<Named> named) {
        Payment payment =
                payments.locked(paymentId).orElseThrow(CashReceipts::unknown).payment();
        List<Share> shares = shares(payment, named);
        if (shares.isEmpty()) {
            throw RuleBroken.refused(
                    "nothing-to-allocate", "no cash of this payment is left, or no invoice of the customer is open");
        }
        LocalDate bookedOn = tenancy.today();
        Decision<Allocated> decision = payment.allocate(shares, bookedOn);
        List<CashMovement> movements = takenAway(shares, bookedOn);
        Payment after = decision.next().payment();
        payments.change(after, movements, after.unallocated().minus(payment.unallocated()));
        book(decision, shares, bookedOn);
        return new Booked(after, shares);
    }

    static RuleBroken unknown() {
        return RuleBroken.notFound("payment-unknown", "there is no payment with this id");
    }

    private void book(Decision<Allocated> decision, List<Share> shares, LocalDate bookedOn) {
        List<Invoice> after = decision.next().invoices();
        List<Paid> paid = IntStream.range(0, shares.size())
                .mapToObj(
                        i -> new Paid(after.get(i), shares.get(i).amount(), Payment.countsFrom(bookedOn, after.get(i))))
                .toList();
        openItems.book(decision.next().payment().id(), paid);
        outbox.announce(decision.events());
    }

    private List<Share> shares(Payment payment, List<Named> named) {
        Account account = new Account(
                payment.customerId(),
                payment.sellerId(),
                payment.amount().currency().getCurrencyCode());
        if (named.isEmpty()) {
            Money cash = payment.unallocated();
            List<Invoice> open = openItems.withinReach(account, cash, payment.reference());
            return AllocationOrder.split(cash, payment.reference(), open);
        }
        Map<String, Invoice> found =
                openItems
                        .named(account, named.stream().map(Named::invoiceNumber).toList())
                        .stream()
                        .collect(Collectors.toMap(invoice -> invoice.content().invoiceNumber(), Function.identity()));
        return IntStream.range(0, named.size())
                .mapToObj(i -> share(named.get(i), found, "/allocations/" + i + "/invoiceNumber"))
                .toList();
    }

    private static Share share(Named named, Map<String, Invoice> found, String pointer) {
        Invoice invoice = found.get(named.invoiceNumber());
        if (invoice == null) {
            throw RuleBroken.refused(
                            "invoice-unknown", "this customer has no invoice " + named.invoiceNumber() + " here")
                    .at(pointer);
        }
        return new Share(invoice, named.amount());
    }

    private static List<CashMovement> takenAway(List<Share> shares, LocalDate bookedOn) {
        return shares.stream()
                .map(share -> new CashMovement(
                        "allocated",
                        share.amount().negated(),
                        Payment.countsFrom(bookedOn, share.invoice()),
                        share.invoice().id()))
                .toList();
    }

    private void checkCurrency(Money amount) {
        if (!amount.currency().equals(tenancy.baseCurrency())) {
            throw RuleBroken.refused(
                            "exchange-rate-missing",
                            "no rate of " + amount.currency() + " in " + tenancy.baseCurrency() + " is known")
                    .at("/amount");
        }
    }
}
