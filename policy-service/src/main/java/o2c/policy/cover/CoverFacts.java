package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.policy.cover.domain.CustomerFacts;
import o2c.policy.ledger.Receivables;
import o2c.policy.ledger.Receivables.Reach;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.Limits;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyBook;

/** Loads what is known of many customers with a handful of statements. */
@ApplicationScoped
class CoverFacts {

    private final Receivables receivables;
    private final Limits limits;

    CoverFacts(Receivables receivables, Limits limits) {
        this.receivables = receivables;
        this.limits = limits;
    }

    /** The day and the state of knowledge for which facts are wanted. */
    record Asked(PolicyBook book, LocalDate day, AsKnown known) {}

    /** In the order of the customers. */
    List<CustomerFacts> of(List<String> customers, Asked asked) {
        Map<String, List<Limit>> limitsOf = limits.of(customers, asked.known());
        Map<String, String> countries = receivables.countries(customers, asked.day(), asked.known());
        Map<String, List<Receivable>> open =
                receivables.within(reach(customers, limitsOf, asked), asked.day(), asked.known());
        return customers.stream()
                .map(customer -> new CustomerFacts(
                        customer,
                        countries.get(customer),
                        open.getOrDefault(customer, List.of()),
                        limitsOf.getOrDefault(customer, List.of())))
                .toList();
    }

    private Reach reach(List<String> customers, Map<String, List<Limit>> limitsOf, Asked asked) {
        Horizon horizon = new Horizon(asked.book(), asked.day());
        Map<String, LocalDate> oldest = horizon.mayReachBack(limitsOf)
                ? receivables.oldestOpen(customers, asked.day(), asked.known())
                : Map.of();
        Map<String, LocalDate> since = new LinkedHashMap<>();
        for (String customer : customers) {
            since.put(customer, horizon.since(limitsOf.getOrDefault(customer, List.of()), oldest.get(customer)));
        }
        return new Reach(since, horizon.daysAfterDue(), horizon.daysAfterInvoice());
    }
}
