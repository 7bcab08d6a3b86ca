package o2c.invoice.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.insight.BooksTime.Moment;
import o2c.invoice.insight.domain.DaysSalesOutstanding;
import o2c.invoice.insight.domain.DaysSalesOutstanding.Sales;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Days of sales outstanding, from one statement over the books that gives sales and balances by month. */
@ApplicationScoped
class SalesDays {

    private static final String BY_MONTH = """
            select date_trunc('month', business_day)::date as month,
              coalesce(sum(amount) filter (where kind = 'issued'), 0) as sales,
              coalesce(sum(amount) filter (where kind = 'issued' and business_day >= ?), 0) as sales_of_period,
              sum(amount) as balance,
              coalesce(sum(amount) filter (where due_on >= ?), 0) as balance_not_due
            from (select receivable_id as id, kind, amount, business_day from receivable_entry where %s) as entry
              join (select id, due_on from receivable where tenant = ?) as item using (id)
            group by 1 order by 1 desc""";

    private final Sql sql;
    private final Tenancy tenancy;

    SalesDays(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The three ways of counting. */
    enum Method {
        SIMPLE,
        COUNTBACK,
        BEST_POSSIBLE
    }

    /**
     * The figure and what it was made of.
     *
     * @param receivables what the method takes as open: for best-possible only what is not past its due day
     * @param sales sales of the period
     */
    record Answer(DaysSalesOutstanding outstanding, Money receivables, Money sales, int periodDays) {}

    /** What one month brought. */
    private record Month(YearMonth month, Money sales, Money salesOfPeriod, Money balance, Money balanceNotDue) {}

    /**
     * Counts.
     *
     * @param from first day of the period of sales; its last day is the moment's day
     * @param sellerId only this seller, or null
     */
    Answer count(Moment moment, Method method, LocalDate from, String sellerId) {
        Currency currency = tenancy.baseCurrency();
        List<Month> months = months(moment, from, sellerId, currency);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(from, moment.asOf())) + 1;
        Money sales = sum(months, Month::salesOfPeriod, currency);
        Money open = sum(months, method == Method.BEST_POSSIBLE ? Month::balanceNotDue : Month::balance, currency);
        DaysSalesOutstanding outstanding = method == Method.COUNTBACK
                ? DaysSalesOutstanding.countback(open, newestFirst(months, moment.asOf(), currency))
                : DaysSalesOutstanding.simple(open, new Sales(sales, days));
        return new Answer(outstanding, open, sales, days);
    }

    private List<Month> months(Moment moment, LocalDate from, String sellerId, Currency currency) {
        Conditions entries = moment.entries()
                .when(currency.getCurrencyCode(), "currency = ?")
                .when(sellerId, "seller_id = ?");
        List<Object> params = new ArrayList<>(List.of(from, moment.asOf()));
        params.addAll(List.of(entries.paramsAnd(moment.tenant())));
        return sql.list(BY_MONTH.formatted(entries.clause()), row -> month(row, currency), params.toArray());
    }

    /** Every month from the moment's back to the first one that sold, also those that sold nothing. */
    private static List<Sales> newestFirst(List<Month> months, LocalDate asOf, Currency currency) {
        if (months.isEmpty()) {
            return List.of();
        }
        Map<YearMonth, Month> byMonth = months.stream().collect(Collectors.toMap(Month::month, Function.identity()));
        YearMonth first = months.get(months.size() - 1).month();
        List<Sales> sales = new ArrayList<>();
        for (YearMonth month = YearMonth.from(asOf); !month.isBefore(first); month = month.minusMonths(1)) {
            Month sold = byMonth.get(month);
            int days = month.equals(YearMonth.from(asOf)) ? asOf.getDayOfMonth() : month.lengthOfMonth();
            sales.add(new Sales(sold == null ? Money.zero(currency) : sold.sales(), days));
        }
        return sales;
    }

    private static Money sum(List<Month> months, Function<Month, Money> figure, Currency currency) {
        return Money.sum(months.stream().map(figure).toList(), currency);
    }

    private static Month month(ResultSet row, Currency currency) throws SQLException {
        return new Month(
                YearMonth.from(Read.day(row, "month")),
                Read.money(row, "sales", currency),
                Read.money(row, "sales_of_period", currency),
                Read.money(row, "balance", currency),
                Read.money(row, "balance_not_due", currency));
    }
}
