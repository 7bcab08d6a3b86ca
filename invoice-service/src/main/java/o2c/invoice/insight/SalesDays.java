package o2c.invoice.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import o2c.invoice.books.GroupBy;
import o2c.invoice.insight.SalesLedger.Figures;
import o2c.invoice.insight.SalesLedger.Scope;
import o2c.invoice.insight.domain.DaysSalesOutstanding;
import o2c.invoice.insight.domain.DaysSalesOutstanding.Sales;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days of sales outstanding in one of three ways of counting. */
record SalesDays(Method method, int periodDays, GroupBy by) {

    /** The three ways of counting. */
    enum Method {
        SIMPLE,
        COUNTBACK,
        BEST_POSSIBLE
    }

    /** One group; days are left out where nothing was sold. */
    @Schema(name = "DaysSalesOutstandingGroup")
    record Group(
            String sellerId,
            String customerId,
            String segment,
            String country,
            String currency,
            BigDecimal days,
            Money receivables,
            Money sales,
            BigDecimal bestPossibleDays,
            BigDecimal averageDaysDelinquent,
            boolean complete) {}

    static SalesDays of(Method method, Scope scope) {
        int days = Math.toIntExact(
                        ChronoUnit.DAYS.between(scope.from(), scope.moment().asOf()))
                + 1;
        return new SalesDays(method, days, scope.by());
    }

    /** What the method takes as open: for best-possible only what is not past its due day. */
    Money receivables(Figures figures) {
        return method == Method.BEST_POSSIBLE ? figures.notDue() : figures.open();
    }

    /**
     * The figure.
     *
     * @throws RuleBroken {@code sales-zero}
     */
    DaysSalesOutstanding outstanding(Figures figures) {
        return method == Method.COUNTBACK
                ? DaysSalesOutstanding.countback(figures.open(), figures.newestFirst())
                : DaysSalesOutstanding.simple(receivables(figures), period(figures));
    }

    /** With only what is not past its due day, in the simple way; empty without sales. */
    Optional<BigDecimal> bestPossible(Figures figures) {
        return days(() -> DaysSalesOutstanding.simple(figures.notDue(), period(figures)));
    }

    /** How much of the simple figure comes from what is past its due day; empty without sales. */
    Optional<BigDecimal> delinquent(Figures figures) {
        Money late = figures.open().minus(figures.notDue());
        return days(() -> DaysSalesOutstanding.simple(late, period(figures)));
    }

    Group group(Figures figures) {
        Optional<DaysSalesOutstanding> outstanding = told(() -> outstanding(figures));
        String key = figures.group();
        return new Group(
                GroupBy.SELLER.of(by, key),
                GroupBy.CUSTOMER.of(by, key),
                GroupBy.SEGMENT.of(by, key),
                GroupBy.COUNTRY.of(by, key),
                figures.currency().getCurrencyCode(),
                outstanding.map(DaysSalesOutstanding::days).orElse(null),
                receivables(figures),
                figures.salesOfPeriod(),
                bestPossible(figures).orElse(null),
                delinquent(figures).orElse(null),
                outstanding.map(DaysSalesOutstanding::complete).orElse(false));
    }

    private Sales period(Figures figures) {
        return new Sales(figures.salesOfPeriod(), periodDays);
    }

    private interface Count {
        DaysSalesOutstanding make();
    }

    private static Optional<BigDecimal> days(Count count) {
        return told(count).map(DaysSalesOutstanding::days);
    }

    private static Optional<DaysSalesOutstanding> told(Count count) {
        try {
            return Optional.of(count.make());
        } catch (RuleBroken nothingSold) {
            return Optional.empty();
        }
    }

    /** First day of a period. */
    static LocalDate firstDay(LocalDate asOf, int days) {
        return asOf.minusDays(days - 1L);
    }
}
