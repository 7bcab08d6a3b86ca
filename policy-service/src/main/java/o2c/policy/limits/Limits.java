package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;
import o2c.policy.limits.LimitBook.Versioned;
import o2c.policy.limits.LimitBook.Wanted;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitDecision;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.PolicyBook;
import o2c.runtime.http.Preconditions;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Asking the insurer for limits and taking down what he decides. */
@ApplicationScoped
public class Limits {

    private final LimitBook book;
    private final Policies policies;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Preconditions preconditions;
    private final Event<Limit> changed;

    Limits(
            LimitBook book,
            Policies policies,
            Tenancy tenancy,
            Outbox outbox,
            Preconditions preconditions,
            Event<Limit> changed) {
        this.book = book;
        this.policies = policies;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.preconditions = preconditions;
        this.changed = changed;
    }

    /** All limits on these customers, by customer, as known at a moment. */
    public Map<String, List<Limit>> of(Collection<String> customers, AsKnown known) {
        return book.of(customers, known).stream().collect(Collectors.groupingBy(Limit::customerId));
    }

    /** Customers for whom a limit begins on a day or ended the day before. */
    public List<String> customersChangingOn(LocalDate day) {
        return book.customersChangingOn(day);
    }

    /**
     * Asks for a limit; a discretionary one is the seller's own decision and is granted at once.
     *
     * @param decision what was decided already, or null
     * @throws RuleBroken {@code policy-unknown}, {@code currency-mismatch}, {@code discretionary-above-maximum} and the
     *     refusals of {@link Limit#decide}
     */
    Versioned request(Limit asked, LimitDecision decision) {
        PolicyBook policy = PolicyBook.of(policies.require(asked.policyId()));
        if (!asked.requested().currency().equals(policy.currency())) {
            throw RuleBroken.refused("currency-mismatch", "a limit is in the currency of its policy")
                    .at("/amount/currency");
        }
        Limit limit = asked.kind() == LimitKind.DISCRETIONARY ? own(asked, policy) : asked;
        Decision<Limit> requested = limit.request();
        outbox.announce(requested.events());
        book.add(limit);
        LimitDecision decided = decision == null && limit.kind() == LimitKind.DISCRETIONARY
                ? new LimitDecision(LimitStatus.GRANTED, null, null, null, null)
                : decision;
        if (decided != null) {
            return keep(limit, decided, 1);
        }
        changed.fire(limit);
        return new Versioned(limit, 1);
    }

    /** Takes down a decision; {@code limit-unknown} and the refusals of {@link Limit#decide}. */
    Versioned decide(UUID limitId, LimitDecision decision) {
        Versioned before = book.take(limitId).orElseThrow(Limits::unknown);
        preconditions.ifMatch(before.version());
        return keep(before.limit(), decision, before.version());
    }

    Versioned get(UUID limitId) {
        return book.find(limitId).orElseThrow(Limits::unknown);
    }

    List<Limit> list(Wanted wanted, Optional<String> after, int limit) {
        return book.list(wanted, after, limit);
    }

    private Versioned keep(Limit limit, LimitDecision decision, int version) {
        if (decision.amount() != null
                && !decision.amount().currency().equals(limit.requested().currency())) {
            throw RuleBroken.refused("currency-mismatch", "a limit is in the currency of its policy")
                    .at("/amount/currency");
        }
        Decision<Limit> decided = limit.decide(decision, tenancy.today());
        book.decided(decided.next());
        outbox.announce(decided.events());
        changed.fire(decided.next());
        return new Versioned(decided.next(), version + 1);
    }

    /** The policy caps what a seller may set himself, and names its insured percentage. */
    private static Limit own(Limit asked, PolicyBook policy) {
        Discretionary most = policy.inForce(asked.effectiveFrom(), asked.policyId())
                .flatMap(period -> period.terms().blindCover())
                .filter(cover -> !asked.requested().exceeds(cover.amount()))
                .orElseThrow(() -> RuleBroken.refused(
                                "discretionary-above-maximum",
                                "the policy allows no discretionary limit of this height on that day")
                        .at("/amount"));
        return asked.percentage() != null ? asked : asked.at(most.percentage());
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("limit-unknown", "there is no such limit");
    }
}
