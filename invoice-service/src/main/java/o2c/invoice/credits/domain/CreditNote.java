package o2c.invoice.credits.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.Wording;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * What a seller takes back from one customer: of certain invoices or of none. What no invoice has taken is an open
 * credit, which may be set against invoices later, like cash.
 *
 * @param fromTheStart whether the invoices were wrong from the first day: then they count as never late for it
 * @param open what no invoice has taken
 */
public record CreditNote(
        UUID id,
        String customerId,
        String sellerId,
        String number,
        LocalDate issuedOn,
        boolean fromTheStart,
        Money amount,
        Money open) {

    public CreditNote {
        Objects.requireNonNull(id, "id");
        Wording.id(customerId, "/customerId");
        Wording.id(sellerId, "/sellerId");
        Wording.printable(number, "/creditNoteNumber");
        Wording.plausibleDay(issuedOn, "/issuedOn");
        if (!amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a credit note is a positive amount")
                    .at("/amount");
        }
    }

    /**
     * An invoice, and how much of it is taken back.
     *
     * @param creditable what earlier credit notes have left of it
     */
    public record Target(Invoice invoice, Money amount, Money creditable) {}

    /**
     * An invoice after it was lowered.
     *
     * @param countsFrom the business day from which it is lower
     */
    public record Lowered(Invoice after, Money amount, LocalDate countsFrom) {}

    /** The credit note, and the invoices that it lowered. */
    public record Credited(CreditNote note, List<Lowered> invoices) {

        public Credited {
            invoices = List.copyOf(invoices);
        }
    }

    /**
     * The credit note enters the books: each invoice falls by what is still open of its part, the rest stays open.
     *
     * @param rate base currency per unit of the credit's currency
     * @param base the amount in the base currency
     * @throws RuleBroken {@code date-in-future}, {@code credit-exceeds-invoice}, {@code credit-parts-exceed-amount}
     */
    public Decision<Credited> issue(List<Target> targets, BigDecimal rate, Money base, LocalDate today) {
        if (issuedOn.isAfter(today)) {
            throw RuleBroken.refused("date-in-future", "issued after the business date " + today)
                    .at("/issuedOn");
        }
        checkParts(targets);
        List<Part> parts = targets.stream()
                .map(target -> new Part(
                        target.invoice(), target.amount().min(target.invoice().outstanding())))
                .filter(part -> part.amount().isPositive())
                .toList();
        Lowering lowering = lower(parts, issuedOn);
        CreditNote booked = withOpen(amount.minus(lowering.sum(amount)));
        LocalDate countsOn = lowering.lowered().stream()
                .map(Lowered::countsFrom)
                .filter(day -> fromTheStart)
                .min(LocalDate::compareTo)
                .orElse(issuedOn);
        List<Event> events = new ArrayList<>();
        events.add(new InvoiceEvent.CreditNoteIssued(
                id,
                customerId,
                sellerId,
                number,
                issuedOn,
                countsOn,
                amount,
                rate,
                base,
                lowering.allocations(),
                booked.open));
        events.addAll(lowering.events());
        return new Decision<>(new Credited(booked, lowering.lowered()), events);
    }

    /** So much of the open credit goes to that invoice. */
    public record Part(Invoice invoice, Money amount) {}

    /** What is open, spread over these invoices: what is due first, then the oldest. */
    public List<Part> inOrder(List<Invoice> invoices) {
        List<Invoice> inOrder = invoices.stream()
                .sorted(Comparator.<Invoice, LocalDate>comparing(
                                invoice -> invoice.content().dueOn())
                        .thenComparing(invoice -> invoice.content().issuedOn())
                        .thenComparing(invoice -> invoice.content().invoiceNumber()))
                .toList();
        List<Part> parts = new ArrayList<>();
        Money rest = open;
        for (Invoice invoice : inOrder) {
            Money part = rest.min(invoice.outstanding());
            if (part.isPositive()) {
                parts.add(new Part(invoice, part));
                rest = rest.minus(part);
            }
        }
        return parts;
    }

    /**
     * What is open is set against invoices of the same customer and seller.
     *
     * @throws RuleBroken {@code allocation-exceeds-credit}, {@code credit-exceeds-outstanding}
     */
    public Decision<Credited> allocate(List<Part> parts, LocalDate bookedOn) {
        Money sum = Money.sum(parts.stream().map(Part::amount).toList(), amount.currency());
        if (sum.exceeds(open)) {
            throw RuleBroken.refused("allocation-exceeds-credit", "only " + open + " of the credit is left")
                    .at("/allocations");
        }
        Lowering lowering = lower(parts, bookedOn);
        CreditNote rest = withOpen(open.minus(sum));
        List<Event> events = new ArrayList<>();
        events.add(new InvoiceEvent.CreditNoteAllocated(
                id, customerId, sellerId, bookedOn, lowering.allocations(), rest.open));
        events.addAll(lowering.events());
        return new Decision<>(new Credited(rest, lowering.lowered()), events);
    }

    private record Lowering(List<Lowered> lowered, List<Event> events) {

        List<InvoiceEvent.Allocation> allocations() {
            return lowered.stream()
                    .map(one -> new InvoiceEvent.Allocation(
                            one.after().id(),
                            one.after().content().invoiceNumber(),
                            one.amount(),
                            one.after().outstanding()))
                    .toList();
        }

        Money sum(Money inCurrency) {
            return Money.sum(lowered.stream().map(Lowered::amount).toList(), inCurrency.currency());
        }
    }

    private Lowering lower(List<Part> parts, LocalDate bookedOn) {
        List<Lowered> lowered = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (Part part : parts) {
            if (!part.amount().isPositive()) {
                throw RuleBroken.refused("amount-not-positive", "each part is a positive amount")
                        .at("/allocations");
            }
            Decision<Invoice> credited = part.invoice().credit(part.amount(), bookedOn, fromTheStart);
            lowered.add(new Lowered(credited.next(), part.amount(), countsFrom(part.invoice(), bookedOn)));
            events.addAll(credited.events());
        }
        return new Lowering(lowered, events);
    }

    /** Never before the invoice; from its due day on where it was wrong from the start. */
    private LocalDate countsFrom(Invoice invoice, LocalDate bookedOn) {
        LocalDate dueOn = invoice.content().dueOn();
        LocalDate day = fromTheStart && dueOn.isBefore(bookedOn) ? dueOn : bookedOn;
        return day.isBefore(invoice.content().issuedOn()) ? invoice.content().issuedOn() : day;
    }

    private void checkParts(List<Target> targets) {
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            if (!target.amount().isPositive()) {
                throw RuleBroken.refused("amount-not-positive", "each part is a positive amount")
                        .at("/invoices/" + i + "/amount");
            }
            if (target.amount().exceeds(target.creditable())) {
                throw RuleBroken.refused(
                                "credit-exceeds-invoice",
                                "of invoice " + target.invoice().content().invoiceNumber() + " only "
                                        + target.creditable() + " can still be credited")
                        .at("/invoices/" + i + "/amount");
            }
        }
        Money sum = Money.sum(targets.stream().map(Target::amount).toList(), amount.currency());
        if (sum.exceeds(amount)) {
            throw RuleBroken.refused("credit-parts-exceed-amount", "the parts are more than the credit note")
                    .at("/invoices");
        }
    }

    /** Whether that one says the same, whatever became of either since. */
    public boolean isToldAgainBy(CreditNote other) {
        return customerId.equals(other.customerId)
                && sellerId.equals(other.sellerId)
                && number.equals(other.number)
                && issuedOn.equals(other.issuedOn)
                && fromTheStart == other.fromTheStart
                && amount.equals(other.amount);
    }

    private CreditNote withOpen(Money rest) {
        return new CreditNote(id, customerId, sellerId, number, issuedOn, fromTheStart, amount, rest);
    }
}
