package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import o2c.policy.cover.domain.CoverCalculation;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyBook;
import o2c.runtime.tenancy.Tenancy;

/** Computes cover from the facts alone, for one customer or a chunk of them. */
@ApplicationScoped
class Covers {

    private final Policies policies;
    private final CoverFacts facts;
    private final Tenancy tenancy;

    Covers(Policies policies, CoverFacts facts, Tenancy tenancy) {
        this.policies = policies;
        this.facts = facts;
        this.tenancy = tenancy;
    }

    CustomerCover of(String customerId, LocalDate day, AsKnown known) {
        return of(List.of(customerId), day, known).get(0);
    }

    /** One answer per customer, in the order asked. */
    List<CustomerCover> of(List<String> customers, LocalDate day, AsKnown known) {
        PolicyBook book = policies.book(known);
        CoverCalculation calculation = new CoverCalculation(book, day, tenancy.baseCurrency());
        return facts.of(customers, new CoverFacts.Asked(book, day, known)).stream()
                .map(calculation::of)
                .toList();
    }
}
