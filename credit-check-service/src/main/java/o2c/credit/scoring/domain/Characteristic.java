package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import o2c.credit.scoring.domain.KnownFacts.Known;
import o2c.kernel.RuleBroken;

/**
 * One thing a scorecard looks at.
 *
 * @param fact name of the fact, such as weighted-days-late, altman-z-double-prime or a ratio as an agency names it
 * @param bins ranges of its value, which neither overlap nor leave a gap
 * @param missing what counts when the value is not known
 */
public record Characteristic(String fact, List<Bin> bins, Points missing) {

    /**
     * A range of values.
     *
     * @param from lowest value that belongs to it; null for no bound
     * @param below first value that no longer does; null for no bound
     */
    public record Bin(BigDecimal from, BigDecimal below, BigDecimal points, String reasonCode) {

        boolean holds(BigDecimal value) {
            return (from == null || value.compareTo(from) >= 0) && (below == null || value.compareTo(below) < 0);
        }
    }

    /** Points with the code that tells why. */
    public record Points(BigDecimal points, String reasonCode) {}

    /** Codes {@code bins-with-gaps}: the bins go from no bound to no bound, each beginning where the last ended. */
    public Characteristic {
        bins = List.copyOf(bins);
        boolean whole = !bins.isEmpty()
                && bins.get(0).from() == null
                && bins.get(bins.size() - 1).below() == null;
        for (int i = 1; whole && i < bins.size(); i++) {
            BigDecimal end = bins.get(i - 1).below();
            BigDecimal start = bins.get(i).from();
            whole = end != null
                    && start != null
                    && end.compareTo(start) == 0
                    && (bins.get(i).below() == null || bins.get(i).below().compareTo(start) > 0);
        }
        if (!whole) {
            throw RuleBroken.invalid("bins-with-gaps", "the bins of " + fact + " cover every value exactly once")
                    .at("/bins");
        }
    }

    /** What the value adds to the score. */
    Contribution contribution(Known known) {
        if (known.value() == null) {
            return new Contribution(fact, known.state(), null, known.source(), missing.points(), missing.reasonCode());
        }
        Bin bin = bins.stream()
                .filter(one -> one.holds(known.value()))
                .findFirst()
                .orElseThrow();
        return new Contribution(fact, known.state(), known.value(), known.source(), bin.points(), bin.reasonCode());
    }
}
