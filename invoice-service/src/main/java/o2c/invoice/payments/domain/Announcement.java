package o2c.invoice.payments.domain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.payments.domain.Payment.Undone;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Event;
import o2c.kernel.Money;

/** What is announced when a payment moves: cash first, then what was granted beside it, each with what stays open. */
record Announcement(Payment payment, LocalDate bookedOn) {

    /** Parts of one event; more make several, as no event may outgrow a record of the broker. */
    private static final int MOST_PARTS = 500;

    List<Event> of(List<Share> shares) {
        List<Event> events = new ArrayList<>();
        List<Share> principals =
                shares.stream().filter(share -> share.amount().isPositive()).toList();
        for (int from = 0; from < principals.size(); from += MOST_PARTS) {
            List<Share> some = principals.subList(from, Math.min(from + MOST_PARTS, principals.size()));
            events.add(new InvoiceEvent.PaymentAllocated(
                    payment.id(),
                    payment.customerId(),
                    payment.sellerId(),
                    payment.receivedOn(),
                    bookedOn,
                    some.stream().map(Announcement::allocation).toList()));
        }
        List<Share> charged =
                shares.stream().filter(share -> !share.charges().isNothing()).toList();
        if (!charged.isEmpty()) {
            events.add(new InvoiceEvent.LateChargesPaid(
                    payment.id(),
                    payment.customerId(),
                    payment.sellerId(),
                    payment.receivedOn(),
                    bookedOn,
                    charged.stream().map(Announcement::paidCharges).toList()));
        }
        principals.forEach(share -> events.addAll(grants(share)));
        return events;
    }

    Event ofReversal(List<Undone> undone, List<Invoice> after, ReversalReason reason) {
        List<InvoiceEvent.Allocation> again = IntStream.range(0, undone.size())
                .filter(i -> undone.get(i).principal().isPositive())
                .mapToObj(i -> new InvoiceEvent.Allocation(
                        after.get(i).id(),
                        after.get(i).content().invoiceNumber(),
                        undone.get(i).principal(),
                        after.get(i).outstanding()))
                .toList();
        List<InvoiceEvent.PaidCharges> charges = undone.stream()
                .filter(part -> !part.charges().isNothing())
                .map(part -> paidCharges(part.invoice(), part.charges(), part.claimedAfter()))
                .toList();
        return new InvoiceEvent.PaymentReversed(
                payment.id(),
                payment.customerId(),
                payment.sellerId(),
                payment.amount(),
                payment.unallocated(),
                bookedOn,
                reason.label(),
                again,
                charges);
    }

    private static InvoiceEvent.Allocation allocation(Share share) {
        return new InvoiceEvent.Allocation(
                share.invoice().id(),
                share.invoice().content().invoiceNumber(),
                share.amount(),
                share.invoice().outstanding().minus(share.amount()));
    }

    private static InvoiceEvent.PaidCharges paidCharges(Share share) {
        return paidCharges(
                share.invoice(), share.charges(), share.debt().charges().minus(share.charges()));
    }

    private static InvoiceEvent.PaidCharges paidCharges(Invoice invoice, Charges part, Charges left) {
        return new InvoiceEvent.PaidCharges(
                invoice.id(), invoice.content().invoiceNumber(), part.costs(), part.interest(), left.total());
    }

    private List<Event> grants(Share share) {
        List<Event> events = new ArrayList<>();
        Invoice invoice = share.invoice();
        Money left = invoice.outstanding().minus(share.amount());
        Money discount = share.deduction().discount();
        if (discount.isPositive()) {
            left = left.minus(discount);
            events.add(new InvoiceEvent.DiscountTaken(
                    payment.id(),
                    invoice.id(),
                    payment.customerId(),
                    payment.sellerId(),
                    invoice.content().invoiceNumber(),
                    discount,
                    left,
                    bookedOn));
        }
        Money difference = share.deduction().smallDifference();
        if (difference.isPositive()) {
            events.add(new InvoiceEvent.InvoiceWrittenOff(
                    writeOffId(invoice),
                    invoice.id(),
                    payment.customerId(),
                    payment.sellerId(),
                    invoice.content().invoiceNumber(),
                    Payment.SMALL_DIFFERENCE,
                    difference,
                    left.minus(difference),
                    bookedOn,
                    false));
        }
        return events;
    }

    /** One payment lets go of one rest per invoice, so the two ids name it. */
    UUID writeOffId(Invoice invoice) {
        return UUID.nameUUIDFromBytes((payment.id() + "/" + invoice.id()).getBytes(StandardCharsets.UTF_8));
    }
}
