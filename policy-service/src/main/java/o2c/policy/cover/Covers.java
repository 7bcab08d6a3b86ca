package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import o2c.policy.cover.domain.CoverCalculation;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.Examined;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyBook;
import o2c.runtime.tenancy.Tenancy;

/** Computes cover from the facts alone, for one customer or a chunk of them. */
@ApplicationScoped
public class Covers {

    private static final int CHUNK = 1000;

    private final Policies policies;
    private final CoverFacts facts;
    private final Tenancy tenancy;
    private final KnownCustomers customers;

    Covers(Policies policies, CoverFacts facts, Tenancy tenancy, KnownCustomers customers) {
        this.policies = policies;
        this.facts = facts;
        this.tenancy = tenancy;
        this.customers = customers;
    }

    public CustomerCover of(String customerId, LocalDate day, AsKnown known) {
        return of(List.of(customerId), day, known).get(0);
    }

    /** One answer per customer, in the order asked. */
    public List<CustomerCover> of(List<String> customers, LocalDate day, AsKnown known) {
        return of(policies.book(known), customers, day, known);
    }

    private List<CustomerCover> of(PolicyBook book, List<String> customers, LocalDate day, AsKnown known) {
        CoverCalculation calculation = new CoverCalculation(book, day, tenancy.baseCurrency());
        Map<String, CustomerCover> covers = new HashMap<>();
        for (BuyerFacts buyer : facts.of(customers, new CoverFacts.Asked(book, day, known))) {
            calculation.of(buyer).forEach(cover -> covers.put(cover.customerId(), cover));
        }
        return customers.stream().map(covers::get).toList();
    }

    /** The cover of every customer with something open at the close of a day, a chunk at a time. */
    public void each(LocalDate day, AsKnown known, Consumer<CustomerCover> taker) {
        each(policies.book(known), day, known, taker);
    }

    /** The same under other policies. */
    public void each(PolicyBook book, LocalDate day, AsKnown known, Consumer<CustomerCover> taker) {
        List<String> chunk = customers.after("", CHUNK);
        while (!chunk.isEmpty()) {
            of(book, chunk, day, known).stream()
                    .filter(cover -> !cover.lines().isEmpty())
                    .forEach(taker);
            chunk = customers.after(chunk.get(chunk.size() - 1), CHUNK);
        }
    }

    /** Every receivable that a customer still owes held against its policy, also those out of the books. */
    public List<Examined> examine(String customerId, LocalDate day, AsKnown known) {
        PolicyBook book = policies.book(known);
        BuyerFacts buyer = facts.of(List.of(customerId), new CoverFacts.Asked(book, day, known))
                .get(0)
                .asClaimed();
        return new CoverCalculation(book, day, tenancy.baseCurrency()).examine(buyer, customerId);
    }

    /** One receivable of a customer held against its policy; empty when nothing of it is owed. */
    public Optional<Examined> examine(String customerId, String reference, LocalDate day, AsKnown known) {
        PolicyBook book = policies.book(known);
        BuyerFacts buyer = facts.of(List.of(customerId), new CoverFacts.Asked(book, day, known))
                .get(0)
                .asClaimed();
        return new CoverCalculation(book, day, tenancy.baseCurrency()).examine(buyer, customerId, reference);
    }
}
