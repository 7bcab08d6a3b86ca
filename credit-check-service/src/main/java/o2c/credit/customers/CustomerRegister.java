package o2c.credit.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.Customers.Claimed;
import o2c.credit.customers.domain.Customer;
import o2c.credit.customers.domain.CustomerData;
import o2c.credit.customers.domain.FamilyTree;
import o2c.credit.customers.domain.FieldChange;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.derive.Marks;
import o2c.runtime.outbox.Outbox;

/** Keeps the register of customers: takes what callers tell, and notes whom other services speak of. */
@ApplicationScoped
public class CustomerRegister {

    private final Customers customers;
    private final CustomerHistory history;
    private final Outbox outbox;
    private final Newcomers newcomers;
    private final Marks marks;
    private final Caller caller;

    CustomerRegister(
            Customers customers,
            CustomerHistory history,
            Outbox outbox,
            Newcomers newcomers,
            Marks marks,
            Caller caller) {
        this.customers = customers;
        this.history = history;
        this.outbox = outbox;
        this.newcomers = newcomers;
        this.marks = marks;
        this.caller = caller;
    }

    /** A customer as it stands after a PUT. */
    record Registered(CustomerRow row, boolean added) {}

    /** What became of one item of a batch: the customer, or the refusal. */
    record Outcome(String customerId, Optional<Registered> registered, Optional<RuleBroken> refusal) {}

    /**
     * Refuses when nobody ever spoke of the customer.
     *
     * @throws RuleBroken {@code customer-unknown} (404)
     */
    public void require(String customerId) {
        if (!knows(customerId)) {
            throw RuleBroken.notFound("customer-unknown", "there is no such customer");
        }
    }

    /**
     * What callers told about a customer.
     *
     * @throws RuleBroken {@code customer-unknown} (404)
     */
    public CustomerData dataOf(String customerId) {
        return customers
                .find(customerId)
                .map(row -> row.toCustomer().data())
                .orElseThrow(() -> RuleBroken.notFound("customer-unknown", "there is no such customer"));
    }

    public boolean knows(String customerId) {
        return customers.has(customerId);
    }

    /** Takes what a caller tells about one customer. */
    Registered register(String customerId, Registration told, LongConsumer precondition) {
        Claimed claimed = customers.claim(List.of(Ids.callerChosen(customerId)));
        CustomerRow row = claimed.byId().get(customerId);
        boolean added = claimed.added().contains(customerId);
        if (!added) {
            precondition.accept(row.version);
        }
        Map<CustomerRow, List<FieldChange>> changes = new LinkedHashMap<>();
        outbox.announce(update(row, told, tree(List.of(told)), changes));
        write(changes);
        return new Registered(row, added);
    }

    /** Takes what a caller tells about many; a refused item leaves the others alone. */
    List<Outcome> registerAll(List<Registration> told) {
        List<String> ids = told.stream()
                .map(CustomerRegister::wellFormedId)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Claimed claimed = customers.claim(ids);
        FamilyTree tree = tree(told);
        Set<String> untouched = new HashSet<>(claimed.added());
        Set<String> seen = new HashSet<>();
        Map<CustomerRow, List<FieldChange>> changes = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Registration item : told) {
            String id = item.customerId().orElse(null);
            try {
                if (!seen.add(Ids.callerChosen(id))) {
                    throw RuleBroken.refused("customer-repeated", "the batch names this customer twice");
                }
                outbox.announce(update(claimed.byId().get(id), item, tree, changes));
                untouched.remove(id);
                outcomes.add(outcome(id, claimed));
            } catch (RuleBroken refusal) {
                outcomes.add(new Outcome(id, Optional.empty(), Optional.of(refusal)));
            }
        }
        untouched.forEach(id -> customers.delete(claimed.byId().get(id)));
        write(changes);
        return outcomes;
    }

    /** Adds somebody to write to, unless he is known by these data already; a provisional customer has no contacts. */
    public void addContact(String customerId, Contact contact) {
        CustomerRow row = customers.claim(List.of(customerId)).byId().get(customerId);
        Customer before = row.toCustomer();
        if (before.provisional() || before.data().contacts().contains(contact)) {
            return;
        }
        Decision<Customer> decision = before.update(before.data().withContact(contact));
        row.take(decision.next());
        outbox.announce(decision.events());
        write(Map.of(row, decision.next().changesSince(before)));
    }

    /** Another service names a customer: it is provisional until somebody registers it. */
    void hearOf(String customerId, String publisher) {
        Set<String> added = customers.add(List.of(customerId));
        history.noteHeardOf(added, publisher);
    }

    private List<Event> update(
            CustomerRow row, Registration told, FamilyTree tree, Map<CustomerRow, List<FieldChange>> changes) {
        Customer before = row.toCustomer();
        Decision<Customer> decision = before.update(told.applyTo(before.data()));
        Customer after = decision.next();
        if (!Objects.equals(before.data().parentCustomerId(), after.data().parentCustomerId())) {
            tree.place(row.customerId, after.data().parentCustomerId());
        }
        if (!decision.changedNothing()) {
            row.take(after);
            changes.put(row, after.changesSince(before));
        }
        return decision.events();
    }

    private FamilyTree tree(List<Registration> told) {
        List<String> parents = told.stream()
                .map(Registration::parent)
                .flatMap(Optional::stream)
                .toList();
        return parents.isEmpty() ? new FamilyTree(Map.of()) : customers.ancestorsOf(parents);
    }

    private void write(Map<CustomerRow, List<FieldChange>> changes) {
        customers.flush();
        history.note(changes, caller.subject());
        Map<Boolean, List<String>> byNovelty = changes.keySet().stream()
                .collect(Collectors.partitioningBy(
                        row -> isNew(changes.get(row)),
                        Collectors.mapping(row -> row.customerId, Collectors.toList())));
        byNovelty.get(false).forEach(marks::mark);
        if (!byNovelty.get(true).isEmpty() && newcomers.matter()) {
            byNovelty.get(true).forEach(marks::mark);
        }
    }

    /** Every customer has a name, so that its first one shows that he was not registered before. */
    private static boolean isNew(List<FieldChange> changes) {
        return changes.stream().anyMatch(change -> change.field().equals("name") && change.from() == null);
    }

    private static Outcome outcome(String id, Claimed claimed) {
        Registered registered =
                new Registered(claimed.byId().get(id), claimed.added().contains(id));
        return new Outcome(id, Optional.of(registered), Optional.empty());
    }

    private static Optional<String> wellFormedId(Registration item) {
        try {
            return Optional.of(Ids.callerChosen(item.customerId().orElse(null)));
        } catch (RuleBroken malformed) {
            return Optional.empty();
        }
    }
}
