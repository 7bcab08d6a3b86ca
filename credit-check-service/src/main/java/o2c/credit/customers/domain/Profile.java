package o2c.credit.customers.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What other features need to know of a customer to judge him.
 *
 * @param country null while provisional
 * @param kind business, consumer or public-body; null while provisional
 * @param segment the pinned segment, or null
 * @param naturalPerson whether the customer is a human being
 * @param since the day the relation began, or null
 * @param ancestors whom the customer belongs to, nearest first
 * @param hasChildren whether others belong to it
 */
public record Profile(
        String customerId,
        String country,
        String kind,
        String segment,
        boolean naturalPerson,
        LocalDate since,
        List<String> ancestors,
        boolean hasChildren) {

    public Profile {
        ancestors = List.copyOf(ancestors);
    }

    /** Whether limits of a group matter for it. */
    public boolean isInGroup() {
        return hasChildren || !ancestors.isEmpty();
    }
}
