package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import o2c.credit.holds.domain.Scope;
import o2c.kernel.RuleBroken;

/**
 * One version of a scorecard: points by value of each characteristic, and the classes a score leads to.
 *
 * @param scorecardId kebab word
 * @param version 0 for the standard one
 * @param effectiveFrom first business date on which this version counts
 * @param appliesTo for whom it is meant: countries, kinds, customers
 * @param base points that everybody starts with
 * @param leastKnown so many characteristics must be known for a class to be given
 * @param classes from best to worst; a score belongs to the first whose lowest score it reaches
 */
public record Scorecard(
        String scorecardId,
        int version,
        LocalDate effectiveFrom,
        Scope appliesTo,
        BigDecimal base,
        int leastKnown,
        List<Characteristic> characteristics,
        List<RiskClass> classes) {

    private static final int MOST_CHARACTERISTICS = 40;

    /**
     * A class of risk.
     *
     * @param from lowest score that belongs to it; the last class takes every score below
     * @param reviewDays days between two reviews of a customer in it
     */
    public record RiskClass(String name, BigDecimal from, int reviewDays) {}

    /** Codes {@code scorecard-empty}, {@code classes-missing}, {@code classes-out-of-order}, … */
    public Scorecard {
        appliesTo = appliesTo == null ? Scope.OPEN : appliesTo;
        characteristics = List.copyOf(characteristics);
        classes = List.copyOf(classes);
        if (characteristics.isEmpty() || characteristics.size() > MOST_CHARACTERISTICS) {
            throw RuleBroken.invalid(
                            "scorecard-empty", "a scorecard has 1 to " + MOST_CHARACTERISTICS + " characteristics")
                    .at("/characteristics");
        }
        if (characteristics.stream().map(Characteristic::fact).distinct().count() < characteristics.size()) {
            throw RuleBroken.invalid("characteristic-repeated", "each fact is looked at once")
                    .at("/characteristics");
        }
        if (classes.isEmpty()) {
            throw RuleBroken.invalid("classes-missing", "a scorecard leads to at least one class")
                    .at("/classes");
        }
        List<BigDecimal> bounds = classes.stream().map(RiskClass::from).toList();
        if (!bounds.equals(
                bounds.stream().sorted(Comparator.reverseOrder()).distinct().toList())) {
            throw RuleBroken.invalid("classes-out-of-order", "classes go from the highest score to the lowest")
                    .at("/classes");
        }
    }

    /**
     * The same version, when it does not reach back.
     *
     * @throws RuleBroken {@code effective-in-past}
     */
    public Scorecard effectiveNotBefore(LocalDate today) {
        if (effectiveFrom.isBefore(today)) {
            throw RuleBroken.refused("effective-in-past", "a scorecard takes effect on " + today + " or later")
                    .at("/effectiveFrom");
        }
        return this;
    }

    /** Scores a customer on what is known of him; base and contributions add up to the score. */
    public Score score(KnownFacts facts) {
        List<Contribution> contributions = characteristics.stream()
                .map(characteristic -> characteristic.contribution(facts.of(characteristic.fact())))
                .toList();
        BigDecimal score = contributions.stream().map(Contribution::points).reduce(base, BigDecimal::add);
        long known = contributions.stream().filter(Contribution::isKnown).count();
        return new Score(
                scorecardId,
                version,
                base,
                score,
                known < leastKnown ? null : classOf(score).name(),
                (int) known,
                contributions);
    }

    /** How often customers of a class are reviewed; as the worst class when it is none of this card's. */
    public int reviewDays(String riskClass) {
        return classes.stream()
                .filter(one -> one.name().equals(riskClass))
                .findFirst()
                .orElse(classes.get(classes.size() - 1))
                .reviewDays();
    }

    /** Whether a class is worse than another; no class is neither. */
    public boolean isWorse(String after, String before) {
        return rank(after).isPresent()
                && rank(before).isPresent()
                && rank(after).get() > rank(before).get();
    }

    private Optional<Integer> rank(String riskClass) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).name().equals(riskClass)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private RiskClass classOf(BigDecimal score) {
        return classes.stream()
                .filter(one -> score.compareTo(one.from()) >= 0)
                .findFirst()
                .orElse(classes.get(classes.size() - 1));
    }
}
