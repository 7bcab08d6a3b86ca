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
 * @param refunded what was paid back of it
 * @param receivedOn the day the money reached the account
 * @param naming what the payer wrote, and the order he prepays
 * @param reversedOn the business day on which it turned out not to be a payment, or null
 */
public record Payment(
        UUID id,
        String customerId,
        String sellerId,
        Money amount,
        Money unallocated,
        Money refunded,
        LocalDate receivedOn,
        Naming naming,
        LocalDate reversedOn) {

    /** What a release is called when money is paid back. */
    public static final String REFUND = "refund";

    /** What it is called when a rest within the tolerance for overpayment is kept. */
    public static final String SMALL_DIFFERENCE = "small-difference";

    /** The payment after a decision, and the invoices it touched, in the order of the shares. */
    public record Allocated(Payment payment, List<Invoice> invoices) {

        public Allocated {
            invoices = List.copyOf(invoices);
        }
    }

    /** What a payment had done to one invoice, to be undone: cash and grants of principal, and charges. */
    public record Undone(
            Invoice invoice, Money principal, Charges charges, Charges claimedAfter, LocalDate lastPaidOn) {}

    public Payment {
        Objects.requireNonNull(id, "id");
        Wording.id(customerId, "/customerId");
        Wording.id(sellerId, "/sellerId");
        Wording.plausibleDay(receivedOn, "/receivedOn");
        Wording.printableOrNull(naming.orderId(), "/orderId");
    }

    /**
     * The money of {@code receipt} came in: all of it is unallocated at first.
     *
     * @param today the tenant's business date
     * @throws RuleBroken {@code amount-not-positive}, {@code date-in-future}
     */
    public static Decision<Payment> receive(Payment receipt, LocalDate today) {
        return receive(receipt, new Worth(BigDecimal.ONE, receipt.amount), today);
    }

    /**
     * What a receipt is worth in the tenant's base currency.
     *
     * @param rate base currency per unit on the day of receipt
     */
    public record Worth(BigDecimal rate, Money base) {}

    /** The same, in any currency. */
    public static Decision<Payment> receive(Payment receipt, Worth worth, LocalDate today) {
        if (!receipt.amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a payment is a positive amount")
                    .at("/amount");
        }
        notInFuture(receipt.receivedOn, today, "/receivedOn");
        Payment whole = receipt.with(receipt.amount, Money.zero(receipt.amount.currency()), null);
        return Decision.of(
                whole,
                new InvoiceEvent.PaymentReceived(
                        whole.id,
                        whole.customerId,
                        whole.sellerId,
                        whole.amount,
                        worth.rate(),
                        worth.base(),
                        whole.receivedOn,
                        whole.naming.reference(),
                        whole.naming.orderId()));
    }

    /**
     * Sets unallocated money against debts of the same customer and seller.
     *
     * @param bookedOn the business day on which the books move
     * @throws RuleBroken {@code payment-reversed}, {@code allocation-exceeds-payment},
     *     {@code payment-exceeds-outstanding}, {@code allocation-repeated}, each at the share
     */
    public Decision<Allocated> allocate(List<Share> shares, LocalDate bookedOn) {
        refuseReversed();
        refuseRepeated(shares);
        Money rest = unallocated;
        List<Invoice> invoices = new ArrayList<>();
        List<Event> settlements = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            String pointer = "/allocations/" + i + "/amount";
            rest = rest.minus(checked(share.cash(), rest, pointer));
            Decision<Invoice> paid = paid(share, pointer);
            invoices.add(paid.next());
            settlements.addAll(paid.events());
        }
        List<Event> events = new ArrayList<>(new Announcement(this, bookedOn).of(shares));
        events.addAll(settlements);
        return new Decision<>(new Allocated(with(rest, refunded, null), invoices), events);
    }

    /**
     * Lets unallocated cash go.
     *
     * @param kind {@link #REFUND} or {@link #SMALL_DIFFERENCE}
     * @throws RuleBroken {@code payment-reversed}, {@code amount-not-positive}, {@code refund-exceeds-unallocated},
     *     {@code refund-before-receipt}, {@code date-in-future}
     */
    public Decision<Payment> release(String kind, Money part, LocalDate on, LocalDate today) {
        refuseReversed();
        if (!part.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a refund is a positive amount")
                    .at("/amount");
        }
        if (part.exceeds(unallocated)) {
            throw RuleBroken.refused("refund-exceeds-unallocated", "only " + unallocated + " is unallocated")
                    .at("/amount");
        }
        notInFuture(on, today, "/refundedOn");
        if (on.isBefore(receivedOn)) {
            throw RuleBroken.refused("refund-before-receipt", "the money came in on " + receivedOn)
                    .at("/refundedOn");
        }
        Money back = kind.equals(REFUND) ? refunded.plus(part) : refunded;
        Payment after = with(unallocated.minus(part), back, null);
        return Decision.of(
                after, new InvoiceEvent.CashReleased(id, customerId, sellerId, kind, part, after.unallocated, on));
    }

    /**
     * It turns out not to be a payment: what it had paid is owed again.
     *
     * @param undone what it had done, per invoice
     * @throws RuleBroken {@code payment-reversed}, {@code payment-refunded}, {@code reversal-before-receipt},
     *     {@code date-in-future}
     */
    public Decision<Allocated> reverse(List<Undone> undone, ReversalReason reason, LocalDate on, LocalDate today) {
        refuseReversed();
        if (refunded.isPositive()) {
            throw RuleBroken.refused("payment-refunded", refunded + " of it was paid back already");
        }
        notInFuture(on, today, "/reversedOn");
        if (on.isBefore(receivedOn)) {
            throw RuleBroken.refused("reversal-before-receipt", "the money came in on " + receivedOn)
                    .at("/reversedOn");
        }
        List<Invoice> invoices = undone.stream()
                .map(part -> part.principal().isZero()
                        ? part.invoice()
                        : part.invoice().reopen(part.principal(), part.lastPaidOn()))
                .toList();
        Payment after = with(Money.zero(amount.currency()), refunded, on);
        return Decision.of(
                new Allocated(after, invoices), new Announcement(this, on).ofReversal(undone, invoices, reason));
    }

    /** The business day on which money booked on {@code bookedOn} lowers that invoice: never before its issue. */
    public static LocalDate countsFrom(LocalDate bookedOn, Invoice invoice) {
        LocalDate issuedOn = invoice.content().issuedOn();
        return issuedOn.isAfter(bookedOn) ? issuedOn : bookedOn;
    }

    private void refuseReversed() {
        if (reversedOn != null) {
            throw RuleBroken.conflict("payment-reversed", "this payment was reversed on " + reversedOn);
        }
    }

    private static void notInFuture(LocalDate day, LocalDate today, String pointer) {
        Wording.plausibleDay(day, pointer);
        if (day.isAfter(today)) {
            throw RuleBroken.refused(
                            "date-in-future",
                            day + " lies after the business date " + today
                                    + " of the tenant's clock (GET /v1/test-clock)")
                    .at(pointer);
        }
    }

    private Decision<Invoice> paid(Share share, String pointer) {
        if (share.amount().isZero()) {
            return Decision.unchanged(share.invoice());
        }
        try {
            return share.invoice().pay(share.amount(), share.deduction().granted(), receivedOn);
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

    private Payment with(Money nowUnallocated, Money nowRefunded, LocalDate nowReversedOn) {
        return new Payment(
                id, customerId, sellerId, amount, nowUnallocated, nowRefunded, receivedOn, naming, nowReversedOn);
    }
}
