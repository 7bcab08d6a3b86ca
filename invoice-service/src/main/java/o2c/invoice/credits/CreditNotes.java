package o2c.invoice.credits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import o2c.invoice.credits.CreditNoteStore.Movement;
import o2c.invoice.credits.CreditNoteStore.Told;
import o2c.invoice.credits.domain.CreditNote;
import o2c.invoice.credits.domain.CreditNote.Credited;
import o2c.invoice.credits.domain.CreditNote.Lowered;
import o2c.invoice.credits.domain.CreditNote.Part;
import o2c.invoice.credits.domain.CreditNote.Target;
import o2c.invoice.currency.ExchangeRates;
import o2c.invoice.currency.domain.ExchangeRate;
import o2c.invoice.receivables.InvoiceLedger;
import o2c.invoice.receivables.OpenItem;
import o2c.invoice.receivables.OpenItems;
import o2c.invoice.receivables.OpenItems.Account;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Issues credit notes, and sets what is open of them against invoices. */
@ApplicationScoped
class CreditNotes {

    private final CreditNoteStore store;
    private final OpenItems openItems;
    private final InvoiceLedger ledger;
    private final Outbox outbox;
    private final Tenancy tenancy;

    @Inject
    ExchangeRates exchangeRates;

    CreditNotes(CreditNoteStore store, OpenItems openItems, InvoiceLedger ledger, Outbox outbox, Tenancy tenancy) {
        this.store = store;
        this.openItems = openItems;
        this.ledger = ledger;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** How much of which invoice; without an amount all that can still be credited. */
    record Named(String invoiceNumber, Money amount) {}

    /**
     * Issues a credit note for these invoices, or for none.
     *
     * @throws RuleBroken {@code credit-note-number-taken}, {@code invoice-unknown}, {@code invoice-repeated} and those
     *     of the domain
     */
    CreditNote issue(CreditNote note, Told told, List<Named> named) {
        List<Target> targets = targets(note, named);
        ExchangeRate rate = rate(note);
        Money base = rate.inBase(note.amount(), tenancy.baseCurrency());
        Decision<Credited> decision = note.issue(targets, rate.rate(), base, tenancy.today());
        CreditNote booked = decision.next().note();
        if (!store.enter(booked, told, rate.rate(), targets)) {
            throw RuleBroken.conflict(
                            "credit-note-number-taken", "the seller has a credit note " + note.number() + " already")
                    .at("/creditNoteNumber");
        }
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement("issued", note.amount(), note.issuedOn(), note.id()));
        book(decision, movements);
        return booked;
    }

    /** What can still be credited of an invoice that was looked up before. */
    Money creditable(Invoice invoice) {
        BigDecimal taken = store.taken(List.of(invoice.id())).getOrDefault(invoice.id(), BigDecimal.ZERO);
        Money owed = invoice.content().owed();
        return owed.minus(Money.padded(taken.stripTrailingZeros(), owed.currency()));
    }

    /**
     * Sets what is open against these invoices, or in the order of law when none is named.
     *
     * @throws RuleBroken {@code credit-note-unknown}, {@code nothing-to-allocate}, {@code invoice-unknown}
     */
    CreditNote allocate(UUID id, List<Named> named) {
        openItems.lock(account(store.byId(id).orElseThrow(CreditNotes::unknown).note()));
        CreditNote note = store.locked(id).orElseThrow(CreditNotes::unknown).note();
        List<Part> parts = named.isEmpty()
                ? inOrderOfLaw(note)
                : targets(note, named).stream()
                        .map(target -> new Part(target.invoice(), target.amount()))
                        .toList();
        if (parts.isEmpty() || !note.open().isPositive()) {
            throw RuleBroken.refused(
                    "nothing-to-allocate", "nothing of this credit is open, or no invoice of the customer is");
        }
        Decision<Credited> decision = note.allocate(parts, tenancy.today());
        store.change(decision.next().note());
        book(decision, new ArrayList<>());
        return decision.next().note();
    }

    private ExchangeRate rate(CreditNote note) {
        try {
            return exchangeRates.lookup().on(note.issuedOn(), note.amount().currency());
        } catch (RuleBroken missing) {
            throw missing.at("/amount");
        }
    }

    static RuleBroken unknown() {
        return RuleBroken.notFound("credit-note-unknown", "there is no credit note with this id");
    }

    private List<Part> inOrderOfLaw(CreditNote note) {
        List<OpenItem> open = openItems.withinReach(account(note), note.open(), null, tenancy.today());
        return note.inOrder(open.stream().map(OpenItem::invoice).toList());
    }

    private void book(Decision<Credited> decision, List<Movement> movements) {
        List<Lowered> lowered = decision.next().invoices();
        CreditNote note = decision.next().note();
        lowered.forEach(one -> movements.add(new Movement(
                "allocated",
                one.amount().negated(),
                one.countsFrom(),
                one.after().id())));
        store.book(note, movements);
        ledger.book(
                new InvoiceLedger.Reason("credited", note.id()),
                lowered.stream()
                        .map(one -> new InvoiceLedger.Lowered(one.after(), one.amount(), one.countsFrom()))
                        .toList());
        outbox.announce(decision.events());
    }

    private List<Target> targets(CreditNote note, List<Named> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        refuseRepeated(named);
        List<String> numbers = named.stream().map(Named::invoiceNumber).toList();
        Map<String, Invoice> found = openItems.named(account(note), numbers).stream()
                .map(OpenItem::invoice)
                .collect(Collectors.toMap(invoice -> invoice.content().invoiceNumber(), Function.identity()));
        return IntStream.range(0, named.size())
                .mapToObj(i -> target(named.get(i), found.get(named.get(i).invoiceNumber()), i))
                .toList();
    }

    private Target target(Named named, Invoice invoice, int i) {
        if (invoice == null) {
            throw RuleBroken.refused(
                            "invoice-unknown", "this customer has no invoice " + named.invoiceNumber() + " here")
                    .at("/invoices/" + i + "/invoiceNumber");
        }
        Money creditable = creditable(invoice);
        return new Target(invoice, named.amount() == null ? creditable : named.amount(), creditable);
    }

    private static void refuseRepeated(List<Named> named) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            if (!seen.add(named.get(i).invoiceNumber())) {
                throw RuleBroken.refused("invoice-repeated", "a credit note names each invoice once")
                        .at("/invoices/" + i + "/invoiceNumber");
            }
        }
    }

    private static Account account(CreditNote note) {
        return new Account(
                note.customerId(), note.sellerId(), note.amount().currency().getCurrencyCode());
    }
}
