package o2c.dunning.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.claims.LateChargeClaims;
import o2c.dunning.disputes.domain.Dispute;
import o2c.dunning.parties.Parties;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Opens disputes and ends them; the receivable's contested amount follows. */
@ApplicationScoped
public class DisputeHandling {

    private final Disputes disputes;
    private final Receivables receivables;
    private final Parties parties;
    private final LateChargeClaims charges;
    private final Outbox outbox;
    private final Tenancy tenancy;

    DisputeHandling(
            Disputes disputes,
            Receivables receivables,
            Parties parties,
            LateChargeClaims charges,
            Outbox outbox,
            Tenancy tenancy) {
        this.disputes = disputes;
        this.receivables = receivables;
        this.parties = parties;
        this.charges = charges;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /**
     * Opens a dispute.
     *
     * @param sellerId may be null while one seller is known
     * @param asked the contested amount; null for all that is open
     */
    public Dispute open(String sellerId, String invoiceNumber, Money asked, Dispute.Grounds grounds) {
        Receivable receivable = receivables
                .lock(parties.sellerOr(sellerId), invoiceNumber)
                .orElseThrow(() -> unknown().at("/invoiceNumber"));
        return open(receivable, asked, grounds);
    }

    /** A dispute about an open item that is taken over; at most of what can be contested, and nobody is refused. */
    void takeOver(UUID invoiceId, Money asked, Dispute.Grounds grounds) {
        receivables
                .find(invoiceId)
                .filter(receivable ->
                        asked.isPositive() && receivable.dunnable().isPositive())
                .ifPresent(receivable -> open(receivable, asked.min(receivable.dunnable()), grounds));
    }

    private Dispute open(Receivable receivable, Money asked, Dispute.Grounds grounds) {
        UUID disputeId = Ids.next();
        Decision<Dispute> decision = Dispute.open(disputeId, receivable, asked, grounds, tenancy.today());
        Dispute dispute = decision.next();
        disputes.insert(dispute);
        receivables.contest(disputeId, receivable, dispute.amount(), dispute.openedOn());
        outbox.announce(decision.events());
        return dispute;
    }

    /** Ends a dispute by decision. Refuses {@code dispute-unknown} and what the domain refuses. */
    Dispute resolve(UUID disputeId, Dispute.Ending how) {
        Dispute ended = end(locked(disputeId).resolve(how));
        if (how.neverOwed()) {
            charges.disputeAccepted(ended.subject().invoiceId(), ended.amount(), how.resolvedOn());
        }
        return ended;
    }

    /** Somebody else sees to it. Refuses {@code dispute-unknown} and what the domain refuses. */
    Dispute hand(UUID disputeId, Dispute.Handling next) {
        Dispute dispute = locked(disputeId).handedTo(next, tenancy.today());
        disputes.hand(dispute);
        return dispute;
    }

    private Dispute locked(UUID disputeId) {
        return disputes.lock(disputeId)
                .orElseThrow(() -> RuleBroken.notFound("dispute-unknown", "there is no such dispute"));
    }

    /** The invoice was settled: its open disputes end with it. */
    void closeByPayment(UUID invoiceId, LocalDate day) {
        disputes.lockOpenOf(invoiceId).forEach(dispute -> end(dispute.closeByPayment(day)));
    }

    private Dispute end(Decision<Dispute> decision) {
        Dispute ended = decision.next();
        disputes.end(ended);
        receivables.contest(
                Ids.next(),
                ended.subject().invoiceId(),
                ended.subject().customerId(),
                ended.amount().negated(),
                ended.ending().resolvedOn());
        outbox.announce(decision.events());
        return ended;
    }

    private static RuleBroken unknown() {
        return RuleBroken.notYetKnown("invoice-unknown", "dunning has not heard of this invoice");
    }
}
