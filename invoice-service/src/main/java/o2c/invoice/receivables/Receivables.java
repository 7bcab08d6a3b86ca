package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import o2c.invoice.currency.ExchangeRates;
import o2c.invoice.receivables.Invoices.Entered;
import o2c.invoice.receivables.Invoices.Number;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.receivables.domain.IssueFacts;
import o2c.invoice.receivables.domain.Part;
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
    private final ExchangeRates exchangeRates;
    private final Invoices invoices;
    private final Outbox outbox;
    private final Tenancy tenancy;

    Receivables(
            SellerRegister sellers, ExchangeRates exchangeRates, Invoices invoices, Outbox outbox, Tenancy tenancy) {
        this.sellers = sellers;
        this.exchangeRates = exchangeRates;
        this.invoices = invoices;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** An accepted draft: the receivables it makes. */
    private record Accepted(InvoiceDraft draft, IssueFacts facts, List<Decision<Invoice>> claims) {

        List<Invoice> invoices() {
            return claims.stream().map(Decision::next).toList();
        }

        List<Entered> entering() {
            List<Invoice> all = invoices();
            UUID first = all.get(0).id();
            return IntStream.range(0, all.size())
                    .mapToObj(i -> new Entered(all.get(i), draft, facts.of(part(i, all.size(), first))))
                    .toList();
        }
    }

    /** One outcome per draft, in their order. */
    public List<Outcome> issue(List<InvoiceDraft> drafts) {
        Map<String, Integer> norms = sellers.invoicingDays(
                drafts.stream().map(draft -> draft.content().sellerId()).toList());
        Issuing issuing = new Issuing(norms, exchangeRates.lookup());
        Map<Number, Invoice> taken = takenByInstalments(drafts);
        Set<Number> told = new HashSet<>();
        List<Outcome> refusals = new ArrayList<>(drafts.size());
        List<Accepted> accepted = new ArrayList<>(drafts.size());
        for (InvoiceDraft draft : drafts) {
            try {
                refuseTaken(draft, taken, told);
                accepted.add(decide(draft, issuing));
                refusals.add(null);
            } catch (RuleBroken refusal) {
                refusals.add(new Outcome.Refused(refusal));
            }
        }
        Set<UUID> entered = invoices.enter(
                accepted.stream().flatMap(one -> one.entering().stream()).toList(), tenancy.today());
        announce(accepted, entered);
        return outcomes(refusals, accepted, entered);
    }

    /** What is known for all drafts told together. */
    private record Issuing(Map<String, Integer> norms, ExchangeRates.Lookup rates) {}

    private Accepted decide(InvoiceDraft draft, Issuing issuing) {
        InvoiceContent content = draft.content();
        if (!issuing.norms().containsKey(content.sellerId())) {
            throw SellerRegister.unknown("there is no seller " + content.sellerId());
        }
        IssueFacts facts = facts(draft, issuing);
        List<InvoiceContent> claims = draft.claims();
        UUID first = Ids.next();
        List<Decision<Invoice>> decisions = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            UUID id = i == 0 ? first : Ids.next();
            decisions.add(Invoice.issue(id, claims.get(i), facts.of(part(i, claims.size(), first)), tenancy.today()));
        }
        return new Accepted(draft, facts, decisions);
    }

    private IssueFacts facts(InvoiceDraft draft, Issuing issuing) {
        InvoiceContent content = draft.content();
        try {
            BigDecimal rate = issuing.rates()
                    .on(content.issuedOn(), content.total().currency())
                    .rate();
            return new IssueFacts(
                    rate,
                    tenancy.baseCurrency(),
                    draft.agreement().terms(),
                    Part.WHOLE,
                    draft.opening(),
                    issuing.norms().get(content.sellerId()));
        } catch (RuleBroken missing) {
            throw missing.at("/currency");
        }
    }

    private static Part part(int i, int of, UUID first) {
        return new Part(i + 1, of, i == 0 ? null : first);
    }

    private void announce(List<Accepted> accepted, Set<UUID> entered) {
        List<Event> events = new ArrayList<>();
        accepted.stream()
                .flatMap(one -> one.claims().stream())
                .filter(decision -> entered.contains(decision.next().id()))
                .forEach(decision -> events.addAll(decision.events()));
        outbox.announce(events);
    }

    /** Receivables that stand under a number which an invoice in instalments would take. */
    private Map<Number, Invoice> takenByInstalments(List<InvoiceDraft> drafts) {
        List<Number> numbers = drafts.stream()
                .filter(draft -> draft.agreement().isInParts())
                .flatMap(draft -> draft.claims().stream())
                .map(Number::of)
                .toList();
        return numbers.isEmpty() ? Map.of() : invoices.byNumber(numbers);
    }

    /** Instalments enter together or not at all, so none of their numbers may be in use. */
    private static void refuseTaken(InvoiceDraft draft, Map<Number, Invoice> taken, Set<Number> told) {
        if (!draft.agreement().isInParts()) {
            return;
        }
        for (InvoiceContent claim : draft.claims()) {
            boolean first = claim.invoiceNumber().equals(draft.content().invoiceNumber());
            Number number = Number.of(claim);
            if (!told.add(number)
                    || !first && taken.containsKey(number) != taken.containsKey(Number.of(draft.content()))) {
                throw numberTaken(claim.invoiceNumber());
            }
        }
    }

    /** Where a number was in use: the same invoice told again, or another one. */
    private List<Outcome> outcomes(List<Outcome> refusals, List<Accepted> accepted, Set<UUID> entered) {
        List<Number> inUse = accepted.stream()
                .flatMap(one -> one.invoices().stream())
                .filter(invoice -> !entered.contains(invoice.id()))
                .map(invoice -> Number.of(invoice.content()))
                .toList();
        Map<Number, Invoice> stored = inUse.isEmpty() ? Map.of() : invoices.byNumber(inUse);
        var next = accepted.iterator();
        return refusals.stream()
                .map(refusal -> refusal == null ? outcome(next.next(), stored, entered) : refusal)
                .toList();
    }

    private static Outcome outcome(Accepted told, Map<Number, Invoice> stored, Set<UUID> entered) {
        List<Invoice> claims = told.invoices();
        long fresh =
                claims.stream().filter(claim -> entered.contains(claim.id())).count();
        if (fresh == claims.size()) {
            return new Outcome.Created(claims, told.facts());
        }
        if (fresh > 0) {
            throw numberTaken(told.draft().content().invoiceNumber());
        }
        boolean same = claims.stream().allMatch(claim -> {
            Invoice known = stored.get(Number.of(claim.content()));
            return known != null && known.content().equals(claim.content());
        });
        return same
                ? new Outcome.Unchanged(stored.get(Number.of(claims.get(0).content())))
                : new Outcome.Refused(numberTaken(told.draft().content().invoiceNumber()));
    }

    static RuleBroken numberTaken(String invoiceNumber) {
        return RuleBroken.conflict("invoice-number-taken", "the seller has an invoice " + invoiceNumber + " already")
                .at("/invoiceNumber");
    }
}
