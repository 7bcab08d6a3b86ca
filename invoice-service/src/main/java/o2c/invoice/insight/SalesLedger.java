package o2c.invoice.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Entries;
import o2c.invoice.books.GroupBy;
import o2c.invoice.books.Read;
import o2c.invoice.insight.domain.DaysSalesOutstanding.Sales;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What was sold and what is open, by group, currency and month, from one statement over the books. */
@ApplicationScoped
class SalesLedger {

    private static final String BY_MONTH = """
        select key, currency, date_trunc('month', business_day)::date as month,
          coalesce(sum(amount) filter (where kind = 'issued'), 0) as sales,
          coalesce(sum(amount) filter (where kind = 'issued' and business_day >= ?), 0) as sales_of_period,
          coalesce(sum(amount) filter (where business_day < ?), 0) as balance_before,
          sum(amount) as balance,
          coalesce(sum(amount) filter (where due_on >= ?), 0) as balance_not_due
        from (select %1$s as key, e.receivable_id as id, e.currency, e.kind, e.amount, e.business_day
              from receivable_entry e%2$s where %3$s) as entry
          join (select id, due_on from receivable where tenant = ?) as item using (id)
        group by 1, 2, 3 order by 1, 2, 3 desc\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    SalesLedger(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Which part of the ledger is asked for.
     *
     * @param from first day of the period; its last day is the moment's day
     * @param sellerId only this seller, or null
     */
    record Scope(Moment moment, LocalDate from, GroupBy by, String sellerId) {}

    /** What one month brought, and what of it is open. */
    private record Month(
            YearMonth month, Money sales, Money salesOfPeriod, Money before, Money balance, Money balanceNotDue) {}

    private record Key(String group, String currency) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::group).thenComparing(Key::currency);
    }

    private record Row(Key key, Month month) {}

    /** The figures of one group in one currency. */
    record Figures(String group, Currency currency, List<Sales> newestFirst, List<Money> sums) {

        /** Owed at the close of the day before the period. */
        Money before() {
            return sums.get(0);
        }

        Money salesOfPeriod() {
            return sums.get(1);
        }

        /** Owed at the close of the day asked for. */
        Money open() {
            return sums.get(2);
        }

        /** Of that what is not past its due day. */
        Money notDue() {
            return sums.get(3);
        }
    }

    List<Figures> figures(Scope scope) {
        Conditions entries = Entries.known(tenancy.tenant(), scope.moment()).when(scope.sellerId(), "e.seller_id = ?");
        List<Object> params = new ArrayList<>(
                List.of(scope.from(), scope.from(), scope.moment().asOf()));
        params.addAll(List.of(entries.paramsAnd(tenancy.tenant())));
        Map<Key, List<Month>> groups = sql
                .list(
                        BY_MONTH.formatted(scope.by().key(), scope.by().join(), entries.clause()),
                        SalesLedger::row,
                        params.toArray())
                .stream()
                .collect(Collectors.groupingBy(
                        Row::key, () -> new TreeMap<>(Key.ORDER), Collectors.mapping(Row::month, Collectors.toList())));
        return groups.entrySet().stream()
                .map(group ->
                        figures(group.getKey(), group.getValue(), scope.moment().asOf()))
                .toList();
    }

    /** The figures of nothing. */
    static Figures none(Currency currency) {
        Money zero = Money.zero(currency);
        return new Figures("", currency, List.of(), List.of(zero, zero, zero, zero));
    }

    private static Figures figures(Key key, List<Month> months, LocalDate asOf) {
        Currency currency = Currency.getInstance(key.currency());
        return new Figures(
                key.group(),
                currency,
                newestFirst(months, asOf, currency),
                List.of(
                        sum(months, Month::before, currency),
                        sum(months, Month::salesOfPeriod, currency),
                        sum(months, Month::balance, currency),
                        sum(months, Month::balanceNotDue, currency)));
    }

    /** Every month from the day's back to the first one that sold, also those that sold nothing. */
    private static List<Sales> newestFirst(List<Month> months, LocalDate asOf, Currency currency) {
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

    private static Row row(ResultSet row) throws SQLException {
        Month month = new Month(
                YearMonth.from(Read.day(row, "month")),
                Read.money(row, "sales"),
                Read.money(row, "sales_of_period"),
                Read.money(row, "balance_before"),
                Read.money(row, "balance"),
                Read.money(row, "balance_not_due"));
        return new Row(new Key(row.getString("key"), row.getString("currency")), month);
    }
}
