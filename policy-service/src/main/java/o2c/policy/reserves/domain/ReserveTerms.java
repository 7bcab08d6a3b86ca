package o2c.policy.reserves.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * How a reserve is reckoned: specific rates first, the provision matrix on the rest.
 *
 * @param matrix loss rates by segment and days late
 * @param insolventRate for everything an insolvent customer owes, or null = the matrix
 * @param netOfVat whether VAT is left out because it is relieved when the debt is lost
 */
public record ReserveTerms(List<Rate> matrix, Percentage insolventRate, boolean netOfVat) {

    /**
     * One field of the matrix.
     *
     * @param segment a segment of customers, or null = all that have no field of their own
     * @param rate expected loss in percent
     */
    public record Rate(String segment, LateBucket bucket, Percentage rate) {}

    public ReserveTerms {
        matrix = List.copyOf(matrix);
        for (LateBucket bucket : LateBucket.values()) {
            if (find(matrix, null, bucket).isEmpty()) {
                throw RuleBroken.invalid("rate-missing", "a rate for all segments is missing: " + bucket)
                        .at("/matrix");
            }
        }
        if (matrix.stream().anyMatch(rate -> !rate.rate().isShare())
                || insolventRate != null && !insolventRate.isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "a loss rate lies from 0 to 100")
                    .at("/matrix");
        }
    }

    /** The rate of a segment, or of all segments where it has none. */
    public Percentage rateOf(String segment, LateBucket bucket) {
        return find(matrix, segment, bucket)
                .or(() -> find(matrix, null, bucket))
                .map(Rate::rate)
                .orElseThrow();
    }

    private static Optional<Rate> find(List<Rate> matrix, String segment, LateBucket bucket) {
        return matrix.stream()
                .filter(rate -> rate.bucket() == bucket && Objects.equals(rate.segment(), segment))
                .findFirst();
    }
}
