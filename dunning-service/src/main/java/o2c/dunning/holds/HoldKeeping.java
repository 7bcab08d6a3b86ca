package o2c.dunning.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.cases.Pauses;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.domain.Pause;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.holds.domain.Hold;
import o2c.dunning.parties.Parties;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Sets holds and ends them; dunning waits as long as they run. */
@ApplicationScoped
class HoldKeeping implements DayOpening {

    private final Holds holds;
    private final Pauses pauses;
    private final Receivables receivables;
    private final Parties parties;
    private final Outbox outbox;
    private final Tenancy tenancy;

    HoldKeeping(Holds holds, Pauses pauses, Receivables receivables, Parties parties, Outbox outbox, Tenancy tenancy) {
        this.holds = holds;
        this.pauses = pauses;
        this.receivables = receivables;
        this.parties = parties;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** Whom a hold is about; seller and invoice may be null. */
    record About(String customerId, String sellerId, String invoiceNumber) {}

    /** Refuses {@code invoice-unknown}, {@code invoice-of-another-customer} and what the domain refuses. */
    Hold set(About about, Hold.Grounds grounds, LocalDate until) {
        receivables.lockAll(List.of(about.customerId()));
        Decision<Hold> decision = Hold.set(Ids.next(), subject(about), grounds, new Hold.Term(tenancy.today(), until));
        Hold hold = decision.next();
        holds.insert(hold);
        pauses.begin(
                hold.holdId(),
                new Pauses.Scope(
                        hold.subject().customerId(),
                        hold.subject().sellerId(),
                        hold.subject().invoiceId()),
                new Pause(Pause.Kind.HOLD, until),
                tenancy.today());
        outbox.announce(decision.events());
        return hold;
    }

    /** Refuses {@code hold-unknown} and {@code hold-ended}. */
    Hold lift(UUID holdId, String by) {
        Hold hold = holds.lock(holdId).orElseThrow(() -> RuleBroken.notFound("hold-unknown", "there is no such hold"));
        return save(hold.lift(by, tenancy.today()), tenancy.today());
    }

    /** Lifts all running ones with these ids, or of these customers. */
    List<Hold> liftAll(Collection<UUID> holdIds, Collection<String> customerIds, String by) {
        return holds.running(holdIds, customerIds, true).stream()
                .map(hold -> save(hold.lift(by, tenancy.today()), tenancy.today()))
                .toList();
    }

    @Override
    public void open(LocalDate day) {
        holds.lockOverBefore(day).forEach(hold -> save(hold.opening(day), day));
    }

    private Hold save(Decision<Hold> decision, LocalDate day) {
        holds.end(decision.next());
        pauses.end(decision.next().holdId(), day);
        outbox.announce(decision.events());
        return decision.next();
    }

    private Hold.Subject subject(About about) {
        if (about.invoiceNumber() == null) {
            return new Hold.Subject(about.customerId(), about.sellerId(), null, null);
        }
        String seller = parties.sellerOr(about.sellerId());
        Optional<Receivable> found = receivables.lock(seller, about.invoiceNumber());
        Receivable one = found.orElseThrow(
                () -> RuleBroken.notYetKnown("invoice-unknown", "dunning has not heard of this invoice")
                        .at("/invoiceNumber"));
        if (!one.account().customerId().equals(about.customerId())) {
            throw RuleBroken.refused("invoice-of-another-customer", "another customer owes this invoice")
                    .at("/invoiceNumber");
        }
        return new Hold.Subject(about.customerId(), seller, one.invoiceId(), one.invoiceNumber());
    }
}
