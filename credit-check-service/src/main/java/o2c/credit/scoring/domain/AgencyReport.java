package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import o2c.kernel.RuleBroken;

/**
 * What an agency says of a customer. The raw value is kept with its scale and direction; only the normalised one is
 * ever compared with that of another provider.
 *
 * @param value as the provider gives it
 * @param scale which way it reads
 * @param reportedOn the day the report is of
 * @param ratios figures by name that came with it
 */
public record AgencyReport(
        String provider, BigDecimal value, Scale scale, LocalDate reportedOn, Map<String, BigDecimal> ratios) {

    private static final int MOST_AGE_DAYS = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int CLASS_WIDTH = 20;

    /**
     * How to read a provider's value.
     *
     * @param version which edition of the scale
     * @param least the lowest value there is, {@code most} the highest
     */
    public record Scale(String version, BigDecimal least, BigDecimal most, Direction direction) {

        /** Code {@code scale-empty}. */
        public Scale {
            if (least.compareTo(most) >= 0) {
                throw RuleBroken.invalid("scale-empty", "a scale goes from a lower value to a higher")
                        .at("/scale");
            }
        }
    }

    /** Whether a high value is a good sign. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    /** Scales whose direction is published; every other provider's is told with the report. */
    public enum KnownScale {
        CREDITSAFE("0", "100", Direction.HIGHER_IS_BETTER),
        PAYDEX("0", "100", Direction.HIGHER_IS_BETTER),
        COFACE_DEBTOR_RISK("0", "10", Direction.HIGHER_IS_BETTER),
        SCORECARD_100_700("100", "700", Direction.LOWER_IS_BETTER);

        private final Scale scale;

        KnownScale(String least, String most, Direction direction) {
            this.scale = new Scale(
                    name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    new BigDecimal(least),
                    new BigDecimal(most),
                    direction);
        }

        public Scale scale() {
            return scale;
        }
    }

    /** Code {@code value-outside-scale}. */
    public AgencyReport {
        ratios = ratios == null ? Map.of() : new TreeMap<>(ratios);
        if (value.compareTo(scale.least()) < 0 || value.compareTo(scale.most()) > 0) {
            throw RuleBroken.invalid(
                            "value-outside-scale",
                            "the scale goes from " + scale.least().toPlainString() + " to "
                                    + scale.most().toPlainString())
                    .at("/value");
        }
    }

    /** From 0 (worst) to 100 (best), two decimals. */
    public BigDecimal normalised() {
        BigDecimal share = value.subtract(scale.least())
                .multiply(HUNDRED)
                .divide(scale.most().subtract(scale.least()), 2, RoundingMode.HALF_UP);
        return scale.direction() == Direction.HIGHER_IS_BETTER
                ? share
                : HUNDRED.setScale(2).subtract(share);
    }

    /** Five classes of equal width, from A (best) to E. */
    public String normalisedClass() {
        int step = Math.min(4, normalised().intValue() / CLASS_WIDTH);
        return String.valueOf((char) ('E' - step));
    }

    /** Whether it is more than a year old, so that it no longer counts. */
    public boolean isStaleOn(LocalDate day) {
        return reportedOn.plusDays(MOST_AGE_DAYS).isBefore(day);
    }

    /** Adds what it says, or that it is too old to say it. */
    public void tellTo(KnownFacts facts, LocalDate day) {
        if (isStaleOn(day)) {
            facts.stale("agency-score", provider);
            ratios.keySet().forEach(name -> facts.stale(name, provider));
            return;
        }
        facts.with("agency-score", normalised(), provider);
        ratios.forEach((name, figure) -> facts.with(name, figure, provider));
    }
}
