package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import o2c.policy.buyers.Buyers;
import o2c.policy.buyers.Buyers.Group;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.facts.domain.Debtor;
import o2c.policy.insurer.InsurerDealings;
import o2c.policy.ledger.Receivables;
import o2c.policy.ledger.Receivables.Reach;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.ExcludedBuyers;
import o2c.policy.limits.Limits;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyBook;

/** Loads what is known of many buyers with a handful of statements. */
@ApplicationScoped
class CoverFacts {

    private final Receivables receivables;
    private final Debtors debtors;
    private final Limits limits;
    private final ExcludedBuyers exclusions;
    private final InsurerDealings dealings;
    private final Buyers buyers;

    CoverFacts(
            Receivables receivables,
            Debtors debtors,
            Limits limits,
            ExcludedBuyers exclusions,
            InsurerDealings dealings,
            Buyers buyers) {
        this.receivables = receivables;
        this.debtors = debtors;
        this.limits = limits;
        this.exclusions = exclusions;
        this.dealings = dealings;
        this.buyers = buyers;
    }

    /** The day and the state of knowledge for which facts are wanted. */
    record Asked(PolicyBook book, LocalDate day, AsKnown known) {}

    /** The buyers of these customers, each once, with all of their customers. */
    List<BuyerFacts> of(List<String> customers, Asked asked) {
        List<Group> groups = buyers.groups(customers, asked.day(), asked.known());
        List<String> all =
                groups.stream().flatMap(group -> group.customerIds().stream()).toList();
        List<String> named =
                groups.stream().map(Group::buyerId).filter(Objects::nonNull).toList();
        Map<Group, List<Limit>> limitsOf = limits(groups, limits.of(all, named, asked.known()));
        List<String> debtorIds = Stream.concat(all.stream(), named.stream()).toList();
        Map<String, List<Exclusion>> excluded = exclusions.of(debtorIds, asked.known());
        Map<String, List<Consent>> consents = dealings.consents(all, asked.day(), asked.known());
        Map<String, LocalDate> adverse = dealings.adverseSince(all, asked.day(), asked.known());
        Map<String, Debtor> seats = debtors.of(all, withoutLimit(limitsOf), asked.day(), asked.known());
        Map<String, List<Receivable>> open =
                receivables.within(reach(limitsOf, all, asked), asked.day(), asked.known());
        return groups.stream()
                .map(group -> new BuyerFacts(
                        group.buyerId(),
                        group.customerIds().stream()
                                .map(customer -> new CustomerFacts(
                                        customer,
                                        seats.getOrDefault(customer, Debtor.in(null)),
                                        open.getOrDefault(customer, List.of()),
                                        limitsOf.get(group),
                                        exclusions(excluded, customer, group.buyerId()),
                                        consents.getOrDefault(customer, List.of()),
                                        adverse.get(customer)))
                                .toList()))
                .toList();
    }

    private static Map<Group, List<Limit>> limits(List<Group> groups, Limits.OnDebtors found) {
        Map<Group, List<Limit>> limitsOf = new LinkedHashMap<>();
        groups.forEach(group -> {
            List<Limit> own = new ArrayList<>();
            group.customerIds()
                    .forEach(customer -> own.addAll(found.onCustomers().getOrDefault(customer, List.of())));
            if (group.buyerId() != null) {
                own.addAll(found.onBuyers().getOrDefault(group.buyerId(), List.of()));
            }
            limitsOf.put(group, List.copyOf(own));
        });
        return limitsOf;
    }

    private static List<String> withoutLimit(Map<Group, List<Limit>> limitsOf) {
        return limitsOf.entrySet().stream()
                .filter(group -> group.getValue().isEmpty())
                .flatMap(group -> group.getKey().customerIds().stream())
                .toList();
    }

    private static List<Exclusion> exclusions(
            Map<String, List<Exclusion>> excluded, String customerId, String buyerId) {
        List<Exclusion> own = excluded.getOrDefault(customerId, List.of());
        return buyerId == null || !excluded.containsKey(buyerId)
                ? own
                : Stream.concat(own.stream(), excluded.get(buyerId).stream()).toList();
    }

    private Reach reach(Map<Group, List<Limit>> limitsOf, List<String> all, Asked asked) {
        Horizon horizon = new Horizon(asked.book(), asked.day());
        Map<String, LocalDate> oldest = horizon.mayReachBack(limitsOf.values())
                ? receivables.oldestOpen(all, asked.day(), asked.known())
                : Map.of();
        Map<String, LocalDate> since = new LinkedHashMap<>();
        limitsOf.forEach((group, limits) -> {
            LocalDate first = group.customerIds().stream()
                    .map(oldest::get)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElse(null);
            group.customerIds().forEach(customer -> since.put(customer, horizon.since(limits, first)));
        });
        return new Reach(since, horizon.daysAfterDue(), horizon.daysAfterInvoice());
    }
}
