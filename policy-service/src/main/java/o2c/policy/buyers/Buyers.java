package o2c.policy.buyers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.domain.Buyer;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** The legal entities that limits are about, and which customers they are. */
@ApplicationScoped
public class Buyers {

    private final BuyerBook book;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Event<Regrouped> regrouped;

    Buyers(BuyerBook book, Tenancy tenancy, Outbox outbox, Event<Regrouped> regrouped) {
        this.book = book;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.regrouped = regrouped;
    }

    /** Told inside the service: these customers may stand with others now. */
    public record Regrouped(List<String> customerIds) {}

    /**
     * Who a limit, an exclusion or a report is about: one of the two is null.
     *
     * @param customerIds the customers it concerns today; the customer itself, or those of the buyer
     */
    public record Subject(String customerId, String buyerId, List<String> customerIds) {

        /** The id that was named. */
        public String debtorId() {
            return customerId == null ? buyerId : customerId;
        }
    }

    /** A buyer's customers; a customer without a buyer stands alone, {@code buyerId} null. */
    public record Group(String buyerId, List<String> customerIds) {}

    /**
     * Reads who is meant. A customer may be named before he is heard of, a buyer may not.
     *
     * @throws RuleBroken {@code customer-missing}, {@code customer-ambiguous}, {@code buyer-unknown}, {@code
     *     id-malformed}
     */
    public Subject subject(String customerId, String buyerId) {
        if (customerId == null && buyerId == null) {
            throw RuleBroken.invalid("customer-missing", "name the customerId or the buyerId")
                    .at("/customerId");
        }
        if (customerId != null && buyerId != null && !customerId.equals(buyerId)) {
            throw RuleBroken.invalid("customer-ambiguous", "customerId and buyerId name different customers")
                    .at("/buyerId");
        }
        if (customerId != null) {
            return new Subject(at("/customerId", customerId), null, List.of(customerId));
        }
        Optional<Buyer> known = book.latest(at("/buyerId", buyerId));
        if (known.isPresent()) {
            return new Subject(null, buyerId, known.get().customerIds());
        }
        if (!book.isCustomer(buyerId)) {
            throw RuleBroken.notYetKnown("buyer-unknown", "there is no buyer " + buyerId)
                    .at("/buyerId");
        }
        return new Subject(buyerId, null, List.of(buyerId));
    }

    /** Locks the buyer of a customer against other changes and tells whom to look at together, sorted. */
    public List<String> lock(String customerId) {
        return book.buyerToday(customerId)
                .map(buyerId -> {
                    book.lock(buyerId);
                    return book.customersToday(buyerId);
                })
                .filter(customers -> customers.contains(customerId))
                .orElse(List.of(customerId));
    }

    /** Customers whose cover hangs together with one of these today, these included. */
    public List<String> companions(Collection<String> customers) {
        return book.companions(customers);
    }

    /** The customers of a buyer, or the customer of that id itself. */
    public List<String> customersOf(String debtorId) {
        return book.latest(debtorId).map(Buyer::customerIds).orElse(List.of(debtorId));
    }

    /** The groups that these customers stood in on a day, each once, in the order asked. */
    public List<Group> groups(Collection<String> customers, LocalDate day, AsKnown known) {
        Map<String, Group> byMember = new LinkedHashMap<>();
        Map<String, List<String>> members = book.members(customers, day, known);
        Map<String, String> buyerOf = new LinkedHashMap<>();
        members.forEach((buyerId, ids) -> ids.forEach(id -> buyerOf.put(id, buyerId)));
        for (String customer : customers) {
            String buyerId = buyerOf.get(customer);
            if (buyerId == null) {
                byMember.put("c|" + customer, new Group(null, List.of(customer)));
            } else {
                byMember.putIfAbsent("b|" + buyerId, new Group(buyerId, members.get(buyerId)));
            }
        }
        return List.copyOf(byMember.values());
    }

    Buyer get(String buyerId) {
        return book.latest(buyerId)
                .orElseThrow(() -> RuleBroken.notFound("buyer-unknown", "there is no buyer " + buyerId));
    }

    Buyer stored(String buyerId) {
        book.lock(buyerId);
        return book.latest(buyerId).orElse(Buyer.unknown(buyerId));
    }

    /** Takes over what is said of a buyer; {@code customer-linked-elsewhere}. */
    Buyer put(Buyer before, Buyer said) {
        LocalDate today = tenancy.today();
        Decision<Buyer> decided = before.become(said, today);
        if (decided.next() == before) {
            return before;
        }
        book.linkedElsewhere(before.buyerId(), said.customerIds()).ifPresent(customer -> {
            throw RuleBroken.refused("customer-linked-elsewhere", "customer " + customer + " belongs to another buyer")
                    .at("/customerIds");
        });
        book.keep(before, decided.next(), today);
        outbox.announce(decided.events());
        regrouped.fire(new Regrouped(before.touchedBy(decided.next())));
        return decided.next();
    }

    private static String at(String pointer, String id) {
        try {
            return Ids.callerChosen(id);
        } catch (RuleBroken malformed) {
            throw malformed.at(pointer);
        }
    }
}
