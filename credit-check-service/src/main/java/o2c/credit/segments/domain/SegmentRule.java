package o2c.credit.segments.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import o2c.credit.holds.domain.Party;
import o2c.credit.holds.domain.Scope;
import o2c.kernel.RuleBroken;

/**
 * One version of a segment: who belongs to it. A customer belongs to the first segment by rank whose scope and
 * conditions he meets, so that it is always exactly one.
 *
 * @param rank lower goes first; equal ranks go by id
 * @param active false closes the segment from {@code effectiveFrom} on
 * @param appliesTo countries, kinds, risk classes, customers; everybody unless told
 * @param conditions on facts; all must hold, and what is not known does not hold
 */
public record SegmentRule(
        String segmentId,
        int version,
        LocalDate effectiveFrom,
        int rank,
        boolean active,
        Scope appliesTo,
        List<FactCondition> conditions) {

    /** Where everybody belongs whom no rule takes. */
    public static final String STANDARD = "standard";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 64;

    /**
     * A comparison of a fact, by its name in scorecards.
     *
     * @param atLeast lowest value that holds, or null
     * @param below first value that no longer holds, or null
     */
    public record FactCondition(String fact, BigDecimal atLeast, BigDecimal below) {

        /** Code {@code condition-empty}. */
        public FactCondition {
            if (atLeast == null && below == null) {
                throw RuleBroken.invalid("condition-empty", "a condition names a lowest value, a bound, or both")
                        .at("/atLeast");
            }
        }

        boolean holds(BigDecimal value) {
            return value != null
                    && (atLeast == null || value.compareTo(atLeast) >= 0)
                    && (below == null || value.compareTo(below) < 0);
        }
    }

    /** Codes {@code segment-id-malformed}, {@code segment-reserved}. */
    public SegmentRule {
        if (!ID.matcher(segmentId).matches() || segmentId.length() > LONGEST_ID) {
            throw RuleBroken.invalid("segment-id-malformed", "a segment is named in lower case words with hyphens")
                    .at("/segmentId");
        }
        if (segmentId.equals(STANDARD)) {
            throw RuleBroken.invalid("segment-reserved", "everybody else belongs to standard")
                    .at("/segmentId");
        }
        appliesTo = appliesTo == null ? Scope.OPEN : appliesTo;
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /**
     * The same version, when it does not reach back.
     *
     * @throws RuleBroken {@code effective-in-past}
     */
    public SegmentRule effectiveNotBefore(LocalDate today) {
        if (effectiveFrom.isBefore(today)) {
            throw RuleBroken.refused("effective-in-past", "a segment takes effect on " + today + " or later")
                    .at("/effectiveFrom");
        }
        return this;
    }

    /** Whether a customer meets it. */
    public boolean takes(Party party, Function<String, BigDecimal> facts) {
        return active
                && appliesTo.includes(party)
                && conditions.stream().allMatch(condition -> condition.holds(facts.apply(condition.fact())));
    }

    /** The one rule that takes a customer; empty when he belongs to {@link #STANDARD}. */
    public static Optional<SegmentRule> of(List<SegmentRule> inForce, Party party, Function<String, BigDecimal> facts) {
        return inForce.stream()
                .sorted(Comparator.comparingInt(SegmentRule::rank).thenComparing(SegmentRule::segmentId))
                .filter(rule -> rule.takes(party, facts))
                .findFirst();
    }
}
