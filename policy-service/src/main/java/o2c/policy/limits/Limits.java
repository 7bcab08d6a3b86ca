package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
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
import o2c.policy.policies.domain.PolicyBook;
import o2c.runtime.http.Preconditions;
import o2c.runtime.tenancy.Tenancy;

/** Asking the insurer for limits and taking down what he decides. */
@ApplicationScoped
public class Limits {

    private final LimitBook book;
    private final Policies policies;
    private final Tenancy tenancy;
    private final Preconditions preconditions;
    private final LimitNews news;
    private final OwnLimits own;

    Limits(
            LimitBook book,
            Policies policies,
            Tenancy tenancy,
            Preconditions preconditions,
            LimitNews news,
            OwnLimits own) {
        this.book = book;
        this.policies = policies;
        this.tenancy = tenancy;
        this.preconditions = preconditions;
        this.news = news;
        this.own = own;
    }

    /** Limits by the customer or the buyer they are on. */
    public record OnDebtors(Map<String, List<Limit>> onCustomers, Map<String, List<Limit>> onBuyers) {}

    /** All limits on these customers and buyers, as known at a moment. */
    public OnDebtors of(Collection<String> customers, Collection<String> buyerIds, AsKnown known) {
        Map<Boolean, List<Limit>> found = book.of(customers, buyerIds, known).stream()
                .collect(Collectors.partitioningBy(limit -> limit.buyerId() == null));
        return new OnDebtors(
                found.get(true).stream().collect(Collectors.groupingBy(Limit::customerId)),
                found.get(false).stream().collect(Collectors.groupingBy(Limit::buyerId)));
    }

    /** Customers and buyers for whom a limit begins on a day or ended the day before. */
    public List<String> debtorsChangingOn(LocalDate day) {
        return book.debtorsChangingOn(day);
    }

    /**
     * Asks for a limit; a discretionary one is the seller's own decision and is granted at once.
     *
     * @param decision what was decided already, or null
     * @throws RuleBroken {@code policy-unknown}, {@code currency-mismatch} and the refusals of {@link
     *     OwnLimits#justified} and {@link Limit#decide}
     */
    Versioned request(Limit asked, LimitDecision decision) {
        PolicyBook policy = PolicyBook.of(policies.require(asked.policyId()));
        if (!asked.requested().currency().equals(policy.currency())) {
            throw RuleBroken.refused("currency-mismatch", "a limit is in the currency of its policy")
                    .at("/amount/currency");
        }
        Limit limit = asked.kind() == LimitKind.DISCRETIONARY ? own.justified(asked, policy) : asked;
        LimitDecision decided = decision == null && limit.kind() == LimitKind.DISCRETIONARY
                ? new LimitDecision(LimitStatus.GRANTED, null, null, null, null)
                : decision;
        if (decided != null) {
            limit.decide(decided, tenancy.today());
        }
        news.tell(limit, heard -> heard.request().events());
        book.add(limit);
        if (decided != null) {
            return keep(limit, decided, 1);
        }
        news.changed(limit);
        return new Versioned(limit, 1);
    }

    /** Takes down a decision; {@code limit-unknown} and the refusals of {@link Limit#decide}. */
    Versioned decide(UUID limitId, LimitDecision decision) {
        Versioned before = book.take(limitId).orElseThrow(Limits::unknown);
        preconditions.ifMatch(before.version());
        return keep(before.limit(), decision, before.version());
    }

    /**
     * Takes over how a limit stands: changes the running limit of that policy, debtor and kind, or makes it.
     *
     * @return whether that was news
     */
    boolean takeOver(Limit stands, LimitDecision said) {
        Optional<Versioned> running = book.running(stands);
        if (running.isEmpty()) {
            request(stands, said);
            return true;
        }
        Limit before = running.get().limit();
        LimitDecision decision = before.follow(said);
        if (before.saysAlready(decision)) {
            return false;
        }
        keep(before, decision, running.get().version());
        return true;
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
        int noticeDays = policies.noticeDays(limit.policyId(), tenancy.today());
        Decision<Limit> decided = limit.decide(decision, tenancy.today(), noticeDays);
        book.decided(decided.next());
        news.tell(
                limit,
                heard -> heard.decide(decision, tenancy.today(), noticeDays).events());
        news.changed(decided.next());
        return new Versioned(decided.next(), version + 1);
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("limit-unknown", "there is no such limit");
    }
}
