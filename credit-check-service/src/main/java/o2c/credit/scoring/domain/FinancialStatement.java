package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Figures of a year's accounts, all in one currency; null where not told.
 *
 * @param periodEnd last day of the year it is about
 * @param ratios further ratios by name, as whoever made the report gives them
 */
public record FinancialStatement(
        LocalDate periodEnd,
        Currency currency,
        BigDecimal totalAssets,
        BigDecimal currentAssets,
        BigDecimal currentLiabilities,
        BigDecimal workingCapital,
        BigDecimal retainedEarnings,
        BigDecimal ebit,
        BigDecimal equity,
        BigDecimal totalLiabilities,
        BigDecimal sales,
        BigDecimal netProfit,
        Map<String, BigDecimal> ratios) {

    private static final int MOST_MONTHS = 24;
    private static final int DIGITS = 4;
    private static final int EXACT = 20;

    public FinancialStatement {
        ratios = ratios == null ? Map.of() : new TreeMap<>(ratios);
        if (workingCapital == null && currentAssets != null && currentLiabilities != null) {
            workingCapital = currentAssets.subtract(currentLiabilities);
        }
    }

    /** Whether it is too old to count: its year ended more than 24 months ago. */
    public boolean isStaleOn(LocalDate day) {
        return periodEnd.plusMonths(MOST_MONTHS).isBefore(day);
    }

    /** Altman's Z' for private firms; empty when something is missing or undefined. Four decimals. */
    public Optional<BigDecimal> zPrime() {
        return weighted(
                term("0.717", workingCapital, totalAssets),
                term("0.847", retainedEarnings, totalAssets),
                term("3.107", ebit, totalAssets),
                term("0.420", equity, totalLiabilities),
                term("0.998", sales, totalAssets));
    }

    /** Altman's Z'' for firms that do not manufacture; empty when something is missing or undefined. */
    public Optional<BigDecimal> zDoublePrime() {
        return weighted(
                term("6.56", workingCapital, totalAssets),
                term("3.26", retainedEarnings, totalAssets),
                term("6.72", ebit, totalAssets),
                term("1.05", equity, totalLiabilities));
    }

    /** Adds what can be computed, and says of the rest that it cannot. */
    public void tellTo(KnownFacts facts) {
        String source = "financial-statement";
        facts.computed("altman-z-prime", zPrime(), source)
                .computed("altman-z-double-prime", zDoublePrime(), source)
                .computed("equity-ratio", ratio(equity, totalAssets), source)
                .computed("debt-ratio", ratio(totalLiabilities, totalAssets), source)
                .computed("current-ratio", ratio(currentAssets, currentLiabilities), source)
                .computed("return-on-assets", ratio(netProfit, totalAssets), source)
                .computed("asset-turnover", ratio(sales, totalAssets), source);
        ratios.forEach((name, value) -> facts.with(name, value, source));
    }

    private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
        return weighted(term("1", part, whole));
    }

    private static Optional<BigDecimal> term(String weight, BigDecimal part, BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(weight).multiply(part).divide(whole, EXACT, RoundingMode.HALF_UP));
    }

    @SafeVarargs
    private static Optional<BigDecimal> weighted(Optional<BigDecimal>... terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Optional<BigDecimal> term : terms) {
            if (term.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(term.get());
        }
        return Optional.of(sum.setScale(DIGITS, RoundingMode.HALF_UP));
    }
}
