package o2c.credit.holds.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The customer as far as rules tell customers apart.
 *
 * @param segment the segment in force, or null
 * @param riskClass the class in force, or null when nobody could be scored
 * @param ancestors whom the customer belongs to, nearest first
 */
public record Party(
        String customerId, String country, String kind, String segment, String riskClass, List<String> ancestors) {

    public Party {
        ancestors = ancestors == null ? List.of() : List.copyOf(ancestors);
    }

    /** Somebody of whom nothing is known. */
    public static Party unknown(String customerId) {
        return new Party(customerId, null, null, null, null, List.of());
    }

    Stream<String> family() {
        return Stream.concat(Stream.of(customerId), ancestors.stream());
    }
}
