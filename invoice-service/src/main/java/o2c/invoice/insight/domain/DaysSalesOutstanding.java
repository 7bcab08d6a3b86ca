package o2c.invoice.insight.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * For how many days of sales the customers owe, in three ways of counting. Four decimals, half up, rounded once at the
 * end.
 *
 * @param days the figure
 * @param complete false when count-back ran out of sales before the receivables were used up
 */
public record DaysSalesOutstanding(BigDecimal days, boolean complete) {

    private static final int DECIMALS = 4;

    /** Sales of one span of days. */
    public record Sales(Money amount, int days) {}

    /**
     * Receivables divided by the sales of the period, times its days. With only the receivables that are not overdue
     * this is the best possible figure.
     *
     * @throws RuleBroken {@code sales-zero}
     */
    public static DaysSalesOutstanding simple(Money receivables, Sales period) {
        return new DaysSalesOutstanding(part(receivables, needed(period), 0), true);
    }

    /**
     * Takes off whole months of sales, the newest first, and counts their days, until less is open than the month sold;
     * of that month it counts the share.
     *
     * @throws RuleBroken {@code sales-zero} when nothing was sold at all
     */
    public static DaysSalesOutstanding countback(Money receivables, List<Sales> newestFirst) {
        if (newestFirst.stream().noneMatch(month -> month.amount().isPositive())) {
            throw salesZero();
        }
        Money open = receivables;
        int days = 0;
        for (Sales month : newestFirst) {
            if (open.isZero()) {
                break;
            }
            if (month.amount().isPositive() && open.compareTo(month.amount()) < 0) {
                return new DaysSalesOutstanding(part(open, month, days), true);
            }
            open = open.minus(month.amount());
            days += month.days();
        }
        return new DaysSalesOutstanding(BigDecimal.valueOf(days).setScale(DECIMALS), open.isZero());
    }

    private static Sales needed(Sales period) {
        if (!period.amount().isPositive()) {
            throw salesZero();
        }
        return period;
    }

    private static RuleBroken salesZero() {
        return RuleBroken.refused("sales-zero", "nothing was sold in the period, so days of sales mean nothing");
    }

    private static BigDecimal part(Money open, Sales month, int daysBefore) {
        return open.amount()
                .multiply(BigDecimal.valueOf(month.days()))
                .divide(month.amount().amount(), DECIMALS, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(daysBefore));
    }
}
