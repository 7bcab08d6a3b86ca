package o2c.policy.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.claimability.Claimabilities;
import o2c.policy.claimability.Claimabilities.Answered;
import o2c.policy.claimability.domain.Claimability.Verdict;
import o2c.policy.claims.ClaimBook.Versioned;
import o2c.policy.claims.domain.Claim;
import o2c.policy.claims.domain.Claim.Cause;
import o2c.policy.claims.domain.Claim.Claimed;
import o2c.policy.claims.domain.Claim.Recovered;
import o2c.policy.claims.domain.Claim.Status;
import o2c.policy.claims.domain.Indemnity;
import o2c.policy.claims.domain.Indemnity.Left;
import o2c.policy.clauses.domain.LossClauses;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.http.Preconditions;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Filing claims, taking down what the insurer decides, and sharing what is recovered. */
@ApplicationScoped
class Claims {

    private final ClaimBook book;
    private final Claimabilities claimabilities;
    private final Policies policies;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Preconditions preconditions;

    Claims(
            ClaimBook book,
            Claimabilities claimabilities,
            Policies policies,
            Tenancy tenancy,
            Outbox outbox,
            Preconditions preconditions) {
        this.book = book;
        this.claimabilities = claimabilities;
        this.policies = policies;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.preconditions = preconditions;
    }

    /** What is to be claimed. */
    record Filing(List<UUID> invoiceIds, Cause cause, LocalDate handedOverOn, LocalDate openedOn) {}

    /**
     * Files a claim on receivables of one customer under one policy.
     *
     * @throws RuleBroken {@code not-claimable} naming the clause, {@code invoice-claimed-already},
     *     {@code claims-differ} for several customers or policy versions, and what {@link Claimabilities#of} refuses
     */
    Versioned file(Filing filing) {
        LocalDate today = tenancy.today();
        List<Answered> answered = new ArrayList<>();
        for (int i = 0; i < filing.invoiceIds().size(); i++) {
            answered.add(claimable(filing.invoiceIds().get(i), "/invoiceIds/" + i, today));
        }
        Answered first = answered.get(0);
        InForce attached = first.examined().attached();
        answered.stream()
                .filter(each -> !each.customerId().equals(first.customerId())
                        || !each.examined().attached().version().equals(attached.version()))
                .findFirst()
                .ifPresent(other -> {
                    throw RuleBroken.refused("claims-differ", "a claim is on one customer under one policy version")
                            .at("/invoiceIds");
                });
        Claim claim = claim(filing, answered, attached, today);
        Decision<Claim> filed = claim.file();
        book.add(claim);
        outbox.announce(filed.events());
        return new Versioned(claim, 1);
    }

    /** Takes down the decision; the indemnity follows from the clauses of the policy. */
    Versioned settle(UUID claimId, Status outcome, LocalDate on) {
        Versioned before = taken(claimId);
        Claim claim = before.claim();
        book.lockPolicy(claim.policyId());
        Decision<Claim> settled = claim.settle(outcome, indemnity(claim, outcome), on);
        return keep(settled, before.version());
    }

    Recovered recover(UUID claimId, Money amount, Money costs, LocalDate receivedOn) {
        Versioned before = taken(claimId);
        if (receivedOn.isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/receivedOn");
        }
        Decision<Recovered> recovered = before.claim().recover(Ids.next(), amount, costs, receivedOn);
        book.keep(recovered.next().claim());
        book.add(claimId, recovered.next().recovery());
        outbox.announce(recovered.events());
        return recovered.next();
    }

    Versioned get(UUID claimId) {
        return book.find(claimId).orElseThrow(Claims::unknown);
    }

    private Versioned taken(UUID claimId) {
        Versioned before = book.take(claimId).orElseThrow(Claims::unknown);
        preconditions.ifMatch(before.version());
        return before;
    }

    private Versioned keep(Decision<Claim> decided, int version) {
        book.keep(decided.next());
        outbox.announce(decided.events());
        return new Versioned(decided.next(), version + 1);
    }

    private Answered claimable(UUID invoiceId, String pointer, LocalDate today) {
        book.claimOf(invoiceId).ifPresent(other -> {
            throw RuleBroken.refused("invoice-claimed-already", "it stands in claim " + other)
                    .at(pointer);
        });
        Answered answered = claimabilities.of(invoiceId, today, AsKnown.NOW);
        if (answered.claimability().verdict() == Verdict.NOT_CLAIMABLE) {
            throw RuleBroken.refused(
                            "not-claimable",
                            "broken: "
                                    + answered.claimability().brokenClauses().stream()
                                            .map(check -> check.clause())
                                            .toList())
                    .at(pointer);
        }
        return answered;
    }

    private Claim claim(Filing filing, List<Answered> answered, InForce attached, LocalDate today) {
        LocalDate handedOverOn = filing.handedOverOn() == null ? today : filing.handedOverOn();
        boolean insolvent = filing.cause() == Cause.INSOLVENCY;
        return new Claim(
                Ids.next(),
                attached.policyId(),
                attached.version().version(),
                answered.get(0).customerId(),
                filing.cause(),
                insolvent ? null : handedOverOn,
                today,
                insolvent
                        ? filing.openedOn() == null ? today : filing.openedOn()
                        : attached.terms().further().conduct().waitingPeriod().after(handedOverOn),
                answered.stream()
                        .map(each -> each.examined().line())
                        .sorted(Comparator.comparing(
                                (CoverLine line) -> line.receivable().insuredFrom()))
                        .map(Claims::claimed)
                        .toList(),
                percentage(answered.get(0), attached),
                Money.zero(tenancy.baseCurrency()),
                null);
    }

    private static Claimed claimed(CoverLine line) {
        return new Claimed(
                UUID.fromString(line.receivable().reference()),
                line.receivable().number(),
                line.outstanding(),
                line.covered());
    }

    /** The percentage at which the line is insured: that of its limit, its country or the policy. */
    private static Percentage percentage(Answered answered, InForce attached) {
        CoverLine line = answered.examined().line();
        return line.percentage() == null ? attached.terms().insuredPercentage() : line.percentage();
    }

    private Indemnity indemnity(Claim claim, Status outcome) {
        LossClauses clauses = version(claim).terms().further().loss();
        Left left = book.left(claim.policyId(), claim.policyVersion(), tenancy.baseCurrency())
                .orElse(Left.of(clauses));
        if (outcome == Status.REJECTED) {
            return new Indemnity(
                    Money.zero(tenancy.baseCurrency()), left.aggregateFirstLoss(), left.maximumLiability(), List.of());
        }
        return Indemnity.of(claim.covered(), claim.percentage(), clauses, left);
    }

    private PolicyVersion version(Claim claim) {
        return policies.require(claim.policyId()).get(claim.policyVersion() - 1);
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("claim-unknown", "there is no such claim");
    }
}
