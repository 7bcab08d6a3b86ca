package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import o2c.invoice.receivables.Invoices.Entered;
import o2c.invoice.receivables.Invoices.Number;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Puts invoices in the books: one or a thousand with the same few statements, each accepted or refused on its own. */
@ApplicationScoped
public class Receivables {

    private final SellerRegister sellers;
    private final Invoices invoices;
    private final Outbox outbox;
    private final Tenancy tenancy;

    Receivables(SellerRegister sellers, Invoices invoices, Outbox outbox, Tenancy tenancy) {
        this.sellers = sellers;
        this.invoices = invoices;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** One outcome per draft, in their order. */
    public List<Outcome> issue(List<InvoiceDraft> drafts) {
        Set<String> known = sellers.known(
                drafts.stream().map(draft -> draft.content().sellerId()).toList());
        List<Outcome> outcomes = new ArrayList<>(drafts.size());
        List<Entered> entering = new ArrayList<>(drafts.size());
        List<Decision<Invoice>> decisions = new ArrayList<>(drafts.size());
        for (InvoiceDraft draft : drafts) {
            try {
                Decision<Invoice> decision = decide(draft.content(), known);
                decisions.add(decision);
                entering.add(new Entered(decision.next(), draft));
                outcomes.add(new Outcome.Created(decision.next()));
            } catch (RuleBroken refusal) {
                outcomes.add(new Outcome.Refused(refusal));
            }
        }
        Set<UUID> entered = invoices.enter(entering, tenancy.today());
        announce(decisions, entered);
        return entered.size() == entering.size() ? outcomes : withoutTaken(outcomes, entered);
    }

    private Decision<Invoice> decide(InvoiceContent content, Set<String> knownSellers) {
        Currency base = tenancy.baseCurrency();
        if (!knownSellers.contains(content.sellerId())) {
            throw SellerRegister.unknown("there is no seller " + content.sellerId());
        }
        if (!content.total().currency().equals(base)) {
            throw RuleBroken.refused(
                            "exchange-rate-missing",
                            "no rate of " + content.total().currency() + " in " + base + " is known")
                    .at("/currency");
        }
        LocalDate today = tenancy.today();
        return Invoice.issue(Ids.next(), content, today);
    }

    private void announce(List<Decision<Invoice>> decisions, Set<UUID> entered) {
        List<Event> events = new ArrayList<>();
        decisions.stream()
                .filter(decision -> entered.contains(decision.next().id()))
                .forEach(decision -> events.addAll(decision.events()));
        outbox.announce(events);
    }

    /** Drafts whose number was in use: the same invoice told again, or another one. */
    private List<Outcome> withoutTaken(List<Outcome> outcomes, Set<UUID> entered) {
        List<Invoice> notEntered = outcomes.stream()
                .filter(Outcome.Created.class::isInstance)
                .map(outcome -> ((Outcome.Created) outcome).invoice())
                .filter(invoice -> !entered.contains(invoice.id()))
                .toList();
        Map<Number, Invoice> stored =
                invoices.byNumber(notEntered.stream().map(Number::of).toList());
        return outcomes.stream()
                .map(outcome -> outcome instanceof Outcome.Created created
                                && !entered.contains(created.invoice().id())
                        ? taken(created.invoice(), stored.get(Number.of(created.invoice())))
                        : outcome)
                .toList();
    }

    private static Outcome taken(Invoice told, Invoice stored) {
        if (stored.content().equals(told.content())) {
            return new Outcome.Unchanged(stored);
        }
        return new Outcome.Refused(numberTaken(told.content().invoiceNumber()));
    }

    static RuleBroken numberTaken(String invoiceNumber) {
        return RuleBroken.conflict("invoice-number-taken", "the seller has an invoice " + invoiceNumber + " already")
                .at("/invoiceNumber");
    }
}
