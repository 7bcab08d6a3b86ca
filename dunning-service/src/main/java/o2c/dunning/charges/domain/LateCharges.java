package o2c.dunning.charges.domain;

import java.util.List;
import o2c.kernel.Money;

/**
 * What is owed on some claims at the close of a day.
 *
 * @param interest all interest that ran, paid or not
 * @param fixedSum all fixed sums that became due
 * @param collectionCosts all costs that were charged, with VAT where it was asked for
 * @param open what of it is still to be paid
 * @param unallocated what was paid too much
 * @param provisional whether a rate is used that is not announced yet
 * @param notes codes of what a reader should know
 */
public record LateCharges(
        Money interest,
        Money fixedSum,
        Money collectionCosts,
        Open open,
        Money unallocated,
        boolean provisional,
        List<Segment> segments,
        List<Allocated> allocations,
        List<String> notes) {

    public LateCharges {
        segments = List.copyOf(segments);
        allocations = List.copyOf(allocations);
        notes = List.copyOf(notes);
    }

    /** What is still to be paid; costs hold the fixed sums too. */
    public record Open(Money principal, Money interest, Money costs) {

        public Money total() {
            return principal.plus(interest).plus(costs);
        }
    }
}
