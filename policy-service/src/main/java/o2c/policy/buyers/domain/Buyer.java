package o2c.policy.buyers.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import o2c.contracts.PolicyEvent.BuyerLinked;
import o2c.contracts.PolicyEvent.BuyerUnlinked;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.RuleBroken;

/**
 * A legal entity that owes: limits, stops and discretionary use belong to it, whichever of its customers buys.
 *
 * @param version 1, 2, 3 … in the order in which it was changed; 0 = not stored yet
 * @param insurerBuyerIds the insurer's own ids of the entity
 * @param customerIds the customers that are this entity, sorted
 */
public record Buyer(
        String buyerId,
        int version,
        String name,
        String registrationNumber,
        List<String> insurerBuyerIds,
        List<String> customerIds) {

    private static final int MOST_CUSTOMERS = 500;

    public Buyer {
        insurerBuyerIds = insurerBuyerIds.stream().distinct().sorted().toList();
        customerIds = customerIds.stream().distinct().sorted().toList();
        if (customerIds.size() > MOST_CUSTOMERS) {
            throw RuleBroken.invalid("list-too-long", "at most " + MOST_CUSTOMERS + " customers")
                    .at("/customerIds");
        }
    }

    /** A buyer of whom nothing was said yet. */
    public static Buyer unknown(String buyerId) {
        return new Buyer(buyerId, 0, null, null, List.of(), List.of());
    }

    /** Takes over what is said of it now; unchanged content makes no version. */
    public Decision<Buyer> become(Buyer said, LocalDate day) {
        Buyer next = new Buyer(
                buyerId, version + 1, said.name, said.registrationNumber, said.insurerBuyerIds, said.customerIds);
        if (version > 0 && next.equals(atVersion(version + 1))) {
            return Decision.unchanged(this);
        }
        Stream<Event> left = customerIds.stream()
                .filter(customer -> !said.customerIds.contains(customer))
                .map(customer -> new BuyerUnlinked(customer, buyerId, day));
        Stream<Event> joined = said.customerIds.stream()
                .filter(customer -> !customerIds.contains(customer))
                .map(customer -> new BuyerLinked(customer, buyerId, day));
        return new Decision<>(next, Stream.concat(left, joined).toList());
    }

    private Buyer atVersion(int other) {
        return new Buyer(buyerId, other, name, registrationNumber, insurerBuyerIds, customerIds);
    }

    /** Every customer that is or was this entity before and after a change. */
    public List<String> touchedBy(Buyer other) {
        return Stream.concat(customerIds.stream(), other.customerIds.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
