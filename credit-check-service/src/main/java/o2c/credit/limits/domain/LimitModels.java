package o2c.credit.limits.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * Limits that common models of credit practice propose, each with its arithmetic. What a model needs and was not told
 * leaves it out. Amounts are rounded half up, once, at the end.
 *
 * @param netWorth equity of the customer
 * @param monthlySales average sales to the customer in a month
 * @param references limits that other suppliers grant
 * @param yearlySales expected sales to the customer in a year, without VAT
 * @param vatRate percent on them
 * @param termDays agreed payment term, {@code delayDays} the usual delay beyond it
 * @param tangibleNetWorth equity less intangible assets, {@code turnover} yearly sales of the customer himself
 * @param worthShare percent of tangible net worth his rating class allows, {@code turnoverShare} of turnover
 */
public record LimitModels(
        Currency currency,
        BigDecimal netWorth,
        BigDecimal workingCapital,
        BigDecimal monthlySales,
        List<BigDecimal> references,
        BigDecimal yearlySales,
        Percentage vatRate,
        Integer termDays,
        Integer delayDays,
        BigDecimal tangibleNetWorth,
        BigDecimal turnover,
        Percentage worthShare,
        Percentage turnoverShare) {

    private static final BigDecimal TENTH = new BigDecimal("0.10");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final int EXACT = 12;

    /**
     * What one model proposes.
     *
     * @param model net-worth, working-capital, monthly-sales, references, need, rating or average
     * @param arithmetic how the amount comes about
     */
    public record Proposal(String model, Money amount, String arithmetic) {}

    public LimitModels {
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** All proposals that can be made. */
    public List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        tenth("net-worth", netWorth).ifPresent(proposals::add);
        tenth("working-capital", workingCapital).ifPresent(proposals::add);
        tenth("monthly-sales", monthlySales).ifPresent(proposals::add);
        granted().ifPresent(proposals::add);
        need().ifPresent(proposals::add);
        rating().ifPresent(proposals::add);
        average().ifPresent(proposals::add);
        return proposals;
    }

    private Optional<Proposal> tenth(String model, BigDecimal figure) {
        return Optional.ofNullable(figure)
                .map(whole -> proposal(
                        model, whole.multiply(TENTH).max(BigDecimal.ZERO), "10 % of " + whole.toPlainString()));
    }

    /** The median of what other suppliers grant; of an even number the mean of the two in the middle. */
    private Optional<Proposal> granted() {
        if (references.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = references.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        BigDecimal median = lower.add(upper).divide(BigDecimal.valueOf(2), EXACT, RoundingMode.HALF_UP);
        return Optional.of(proposal("references", median, "median of " + sorted.size() + " limits"));
    }

    /** What is outstanding at most when he buys as expected and pays as usual. */
    private Optional<Proposal> need() {
        if (yearlySales == null || vatRate == null || termDays == null) {
            return Optional.empty();
        }
        int days = termDays + (delayDays == null ? 0 : delayDays);
        BigDecimal gross = HUNDRED.add(vatRate.value()).divide(HUNDRED, EXACT, RoundingMode.HALF_UP);
        BigDecimal exact = yearlySales
                .multiply(gross)
                .multiply(BigDecimal.valueOf(days))
                .divide(YEAR, EXACT, RoundingMode.HALF_UP);
        String arithmetic = yearlySales.toPlainString() + " × "
                + gross.stripTrailingZeros().toPlainString() + " × " + days + " ÷ 365";
        return Optional.of(proposal("need", exact, arithmetic));
    }

    /** The smaller of two shares that his rating class allows. */
    private Optional<Proposal> rating() {
        if (tangibleNetWorth == null || turnover == null || worthShare == null || turnoverShare == null) {
            return Optional.empty();
        }
        BigDecimal byWorth = tangibleNetWorth.multiply(worthShare.value()).divide(HUNDRED, EXACT, RoundingMode.HALF_UP);
        BigDecimal byTurnover = turnover.multiply(turnoverShare.value()).divide(HUNDRED, EXACT, RoundingMode.HALF_UP);
        String arithmetic = "the smaller of " + worthShare + " of " + tangibleNetWorth.toPlainString() + " and "
                + turnoverShare + " of " + turnover.toPlainString();
        return Optional.of(proposal("rating", byWorth.min(byTurnover).max(BigDecimal.ZERO), arithmetic));
    }

    /** The mean of net worth, references and need, when all three can be told. */
    private Optional<Proposal> average() {
        return tenth("net-worth", netWorth)
                .flatMap(worth -> granted().flatMap(others -> need().map(need -> average(worth, others, need))));
    }

    private Proposal average(Proposal worth, Proposal others, Proposal need) {
        BigDecimal sum = worth.amount()
                .amount()
                .add(others.amount().amount())
                .add(need.amount().amount());
        return proposal(
                "average",
                sum.divide(BigDecimal.valueOf(3), EXACT, RoundingMode.HALF_UP),
                "(" + worth.amount().amount() + " + " + others.amount().amount() + " + "
                        + need.amount().amount() + ") ÷ 3");
    }

    private Proposal proposal(String model, BigDecimal exact, String arithmetic) {
        return new Proposal(model, Money.rounded(exact, currency), arithmetic);
    }
}
