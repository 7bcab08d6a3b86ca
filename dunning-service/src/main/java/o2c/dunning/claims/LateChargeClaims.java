package o2c.dunning.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.charges.domain.InterestTerms;
import o2c.dunning.charges.domain.LateCharges;
import o2c.dunning.charges.domain.Payment;
import o2c.dunning.claims.domain.ClaimedCharges;
import o2c.dunning.claims.domain.ClaimedCharges.Cause;
import o2c.dunning.claims.domain.ClaimedCharges.Sums;
import o2c.dunning.claims.domain.ClaimedCharges.Waiver;
import o2c.dunning.claims.domain.Invoice;
import o2c.dunning.parties.Parties;
import o2c.dunning.rates.LegalTables;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;

/** Claims late charges with the formal notice, and gives them up again. */
@ApplicationScoped
public class LateChargeClaims {

    private final ClaimedChargesBook book;
    private final PaymentHistory history;
    private final Parties parties;
    private final LegalTables tables;
    private final Outbox outbox;

    LateChargeClaims(
            ClaimedChargesBook book, PaymentHistory history, Parties parties, LegalTables tables, Outbox outbox) {
        this.book = book;
        this.history = history;
        this.parties = parties;
        this.tables = tables;
        this.outbox = outbox;
    }

    /** Claims interest and fixed sum on receivables that get a formal notice on this day, once for each opening. */
    public void claimWithNotice(List<Receivable> noticed, LocalDate day) {
        if (noticed.isEmpty()) {
            return;
        }
        Map<UUID, List<Payment>> payments = history.of(noticed);
        Map<String, Parties.Debtor> debtors = parties.debtors(
                noticed.stream().map(one -> one.account().customerId()).toList());
        Map<String, String> countries = parties.sellerCountries();
        Invoice.Law law = law();
        List<ClaimedChargesBook.Entry> entries = new ArrayList<>();
        for (Receivable one : noticed) {
            parties(one, debtors.get(one.account().customerId()), countries)
                    .map(sides -> invoice(one, sides, payments.getOrDefault(one.invoiceId(), List.of())))
                    .flatMap(invoice -> entry(one, invoice, day, law))
                    .ifPresent(entries::add);
        }
        book.insert(entries).forEach(entry -> outbox.announce(entry.decision().events()));
    }

    /** An amount turned out not to be owed: what was claimed on it is given up. */
    public void disputeAccepted(UUID invoiceId, Money amount, LocalDate day) {
        for (ClaimedChargesBook.Stored stored : book.lockOpenOf(invoiceId)) {
            ClaimedCharges charges = stored.charges();
            Invoice invoice = new Invoice(
                    stored.parties(),
                    stored.principal(),
                    amount,
                    stored.payableOn(),
                    history.ofInvoice(invoiceId, amount.currency()));
            Money rightful = invoice.chargesOn(charges.claimedOn(), law())
                    .map(then -> then.interest().plus(then.fixedSum()))
                    .orElse(Money.zero(amount.currency()));
            giveUp(charges, charges.sums().total().minus(rightful).orZero(), Cause.DISPUTE_ACCEPTED, day);
        }
    }

    /** The money had come in time: nothing may be charged. */
    void overdueWithdrawn(UUID invoiceId, LocalDate day) {
        book.lockOpenOf(invoiceId)
                .forEach(
                        stored -> giveUp(stored.charges(), stored.charges().remaining(), Cause.OVERDUE_WITHDRAWN, day));
    }

    /** The agreed day had been wrong: what was claimed when payment was not late yet is given up. */
    void dueDateCorrected(UUID invoiceId, LocalDate payableOn, LocalDate day) {
        book.lockOpenOf(invoiceId).stream()
                .map(ClaimedChargesBook.Stored::charges)
                .filter(charges -> charges.isTooEarlyFor(payableOn))
                .forEach(charges -> giveUp(charges, charges.remaining(), Cause.OVERDUE_WITHDRAWN, day));
    }

    /** Refuses {@code late-charge-unknown} and what the domain refuses. */
    ClaimedCharges waive(UUID chargeId, Money amount, String person, String reason, LocalDate day) {
        ClaimedCharges charges = book.lock(chargeId)
                .orElseThrow(() -> RuleBroken.notFound("late-charge-unknown", "there are no such charges"));
        Money asked = Optional.ofNullable(amount).orElse(charges.remaining());
        return save(charges.waive(new Waiver(Ids.next(), asked, Cause.BY_PERSON, person, reason, day)));
    }

    private void giveUp(ClaimedCharges charges, Money atMost, Cause cause, LocalDate day) {
        Decision<ClaimedCharges> decision =
                charges.giveUp(atMost, new Waiver(Ids.next(), atMost, cause, null, null, day));
        if (!decision.changedNothing()) {
            save(decision);
        }
    }

    private ClaimedCharges save(Decision<ClaimedCharges> decision) {
        List<Waiver> waivers = decision.next().waivers();
        book.insert(decision.next().chargeId(), waivers.get(waivers.size() - 1));
        outbox.announce(decision.events());
        return decision.next();
    }

    private Optional<ClaimedChargesBook.Entry> entry(Receivable one, Invoice invoice, LocalDate day, Invoice.Law law) {
        return invoice.chargesOn(day, law)
                .filter(charges -> sums(charges).total().isPositive())
                .map(charges -> new ClaimedChargesBook.Entry(
                        ClaimedCharges.claim(Ids.next(), subject(one), sums(charges), day),
                        one,
                        invoice.parties().jurisdiction(),
                        charges.provisional()));
    }

    private static Invoice invoice(Receivable one, InterestTerms.Parties sides, List<Payment> payments) {
        return new Invoice(sides, one.total(), one.disputed(), one.terms().payableOn(), payments);
    }

    private static Sums sums(LateCharges charges) {
        return new Sums(charges.interest(), charges.fixedSum(), charges.collectionCosts());
    }

    private static ClaimedCharges.Subject subject(Receivable one) {
        return new ClaimedCharges.Subject(
                one.invoiceId(),
                one.invoiceNumber(),
                one.account().customerId(),
                one.account().sellerId());
    }

    /** The law of the seller's country, else of the customer's; none that is not known. */
    private static Optional<InterestTerms.Parties> parties(
            Receivable one, Parties.Debtor debtor, Map<String, String> countries) {
        DebtorKind kind = Optional.ofNullable(debtor)
                .map(Parties.Debtor::kind)
                .map(DebtorKind::ofCode)
                .orElse(DebtorKind.BUSINESS);
        return Optional.ofNullable(countries.get(one.account().sellerId()))
                .or(() -> Optional.ofNullable(debtor).map(Parties.Debtor::country))
                .flatMap(Jurisdiction::ofCountry)
                .map(law -> new InterestTerms.Parties(law, kind));
    }

    private Invoice.Law law() {
        return new Invoice.Law(tables.rates(), tables.scales());
    }
}
