package o2c.invoice.payments.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.Wording;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * Money that came in from a customer for one seller. What is not allocated stays the customer's cash.
 *
 * @param unallocated what no invoice has taken yet
 * @param receivedOn the day the money reached the account
 * @param reference what the payer wrote, or null
 * @param orderId the order it prepays, or null
 */
public record Payment(
        UUID id,
        String customerId,
        String sellerId,
        Money amount,
        Money unallocated,
        LocalDate receivedOn,
        String reference,
        String orderId) {

    /** The payment after an allocation, and the invoices it went to, in the order of the shares. */
    public record Allocated(Payment payment, List<Invoice> invoices) {

        public Allocated {
            invoices = List.copyOf(invoices);
        }
    }

    public Payment {
        Objects.requireNonNull(id, "id");
        Wording.id(customerId, "/customerId");
        Wording.id(sellerId, "/sellerId");
        Wording.plausibleDay(receivedOn, "/receivedOn");
        Wording.printableOrNull(orderId, "/orderId");
    }

    /**
     * The money of {@code receipt} came in: all of it is unallocated at first.
     *
     * @param today the tenant's business date
     * @throws RuleBroken {@code amount-not-positive}, {@code date-in-future}
     */
    public static Decision<Payment> receive(Payment receipt, LocalDate today) {
        if (!receipt.amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a payment is a positive amount")
                    .at("/amount");
        }
        if (receipt.receivedOn.isAfter(today)) {
            throw RuleBroken.refused(
                            "date-in-future",
                            "received " + receipt.receivedOn + ", after the business date " + today
                                    + " of the tenant's clock (GET /v1/test-clock)")
                    .at("/receivedOn");
        }
        Payment whole = receipt.withUnallocated(receipt.amount);
        return Decision.of(
                whole,
                new InvoiceEvent.PaymentReceived(
                        whole.id,
                        whole.customerId,
                        whole.sellerId,
                        whole.amount,
                        BigDecimal.ONE,
                        whole.amount,
                        whole.receivedOn,
                        whole.reference,
                        whole.orderId));
    }

    /**
     * Sets unallocated money against invoices of the same customer and seller.
     *
     * @param bookedOn the business day on which the books move
     * @throws RuleBroken {@code allocation-exceeds-payment}, {@code payment-exceeds-outstanding},
     *     {@code allocation-repeated}, each at the share
     */
    public Decision<Allocated> allocate(List<Share> shares, LocalDate bookedOn) {
        if (shares.isEmpty()) {
            return Decision.unchanged(new Allocated(this, List.of()));
        }
        refuseRepeated(shares);
        Money rest = unallocated;
        List<Invoice> invoices = new ArrayList<>();
        List<InvoiceEvent.Allocation> allocations = new ArrayList<>();
        List<Event> settlements = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            String pointer = "/allocations/" + i + "/amount";
            rest = rest.minus(checked(share.amount(), rest, pointer));
            Decision<Invoice> paid = paid(share, pointer);
            invoices.add(paid.next());
            allocations.add(allocation(share, paid.next()));
            settlements.addAll(paid.events());
        }
        List<Event> events = new ArrayList<>();
        events.add(new InvoiceEvent.PaymentAllocated(
                id, customerId, sellerId, receivedOn, bookedOn, List.copyOf(allocations)));
        events.addAll(settlements);
        return new Decision<>(new Allocated(withUnallocated(rest), invoices), events);
    }

    /** The business day on which money booked on {@code bookedOn} lowers that invoice: never before its issue. */
    public static LocalDate countsFrom(LocalDate bookedOn, Invoice invoice) {
        LocalDate issuedOn = invoice.content().issuedOn();
        return issuedOn.isAfter(bookedOn) ? issuedOn : bookedOn;
    }

    private Decision<Invoice> paid(Share share, String pointer) {
        try {
            return share.invoice().pay(share.amount(), receivedOn);
        } catch (RuleBroken exceeds) {
            throw exceeds.at(pointer);
        }
    }

    private static void refuseRepeated(List<Share> shares) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < shares.size(); i++) {
            if (!seen.add(shares.get(i).invoice().id())) {
                throw RuleBroken.refused("allocation-repeated", "one allocation names each invoice once")
                        .at("/allocations/" + i + "/invoiceNumber");
            }
        }
    }

    private static Money checked(Money amount, Money rest, String pointer) {
        if (!amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "an allocation is a positive amount")
                    .at(pointer);
        }
        if (amount.exceeds(rest)) {
            throw RuleBroken.refused("allocation-exceeds-payment", "only " + rest + " of the payment is left")
                    .at(pointer);
        }
        return amount;
    }

    private static InvoiceEvent.Allocation allocation(Share share, Invoice after) {
        return new InvoiceEvent.Allocation(
                after.id(), after.content().invoiceNumber(), share.amount(), after.outstanding());
    }

    private Payment withUnallocated(Money rest) {
        return new Payment(id, customerId, sellerId, amount, rest, receivedOn, reference, orderId);
    }
}
