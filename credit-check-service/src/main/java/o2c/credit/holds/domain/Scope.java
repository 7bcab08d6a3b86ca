package o2c.credit.holds.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * For whom a rule is meant. An empty list does not narrow; a customer is meant when every list that is not empty names
 * him. A rule for a customer is also one for everybody below him in his group.
 */
public record Scope(
        List<String> segments,
        List<String> countries,
        List<String> kinds,
        List<String> riskClasses,
        List<String> customerIds) {

    /** Narrows nothing. */
    public static final Scope OPEN = new Scope(null, null, null, null, null);

    public Scope {
        segments = copy(segments);
        countries = copy(countries);
        kinds = copy(kinds);
        riskClasses = copy(riskClasses);
        customerIds = copy(customerIds);
    }

    /** Whether nothing is narrowed. */
    public boolean isOpen() {
        return Stream.of(segments, countries, kinds, riskClasses, customerIds).allMatch(List::isEmpty);
    }

    /** Whether the customer is meant. */
    public boolean includes(Party party) {
        return admits(segments, party.segment())
                && admits(countries, party.country())
                && admits(kinds, party.kind())
                && admits(riskClasses, party.riskClass())
                && (customerIds.isEmpty() || party.family().anyMatch(customerIds::contains));
    }

    private static boolean admits(List<String> wanted, String fact) {
        return wanted.isEmpty() || fact != null && wanted.contains(fact);
    }

    private static List<String> copy(List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
