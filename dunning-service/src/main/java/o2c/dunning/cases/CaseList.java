package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Customers who owe something, with totals in the tenant's base currency at the rate of each invoice's day. */
@ApplicationScoped
class CaseList {

    private static final String TOTALS = "select * from (select customer_id,"
            + " sum(round(outstanding * rate, ?)) as open,"
            + " coalesce(sum(round(outstanding * rate, ?)) filter (where declared), 0) as overdue,"
            + " sum(round(disputed * rate, ?)) as disputed"
            + " from receivable where tenant = ? and outstanding > 0 and (?::varchar is null or customer_id = ?)"
            + " group by customer_id) c where ";

    private static final Pattern POSITION = Pattern.compile("([0-9]{1,20}\\.?[0-9]{0,4})\\|(.+)");

    private final Sql sql;
    private final Tenancy tenancy;

    CaseList(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** What a customer owes in base currency. */
    record Totals(String customerId, Money open, Money overdue, Money disputed) {

        /** Where a page that ends with this customer goes on. */
        String position() {
            return open.amount().toPlainString() + "|" + customerId;
        }
    }

    List<Totals> largestFirst(Optional<String> after, int limit) {
        BigDecimal open = after.map(position -> amountIn(position)).orElse(null);
        return totals(
                "?::numeric is null or open < ? or open = ? and customer_id > ?"
                        + " order by open desc, customer_id limit ?",
                null,
                open,
                open,
                open,
                after.map(CaseList::customerIn).orElse(""),
                limit + 1);
    }

    List<Totals> byCustomer(Optional<String> after, int limit) {
        return totals(
                "customer_id > ? order by customer_id limit ?",
                null,
                after.map(CaseList::customerIn).orElse(""),
                limit + 1);
    }

    Optional<Totals> of(String customerId) {
        return totals("true", customerId).stream().findFirst();
    }

    private List<Totals> totals(String condition, String customerId, Object... params) {
        Currency base = tenancy.baseCurrency();
        int digits = base.getDefaultFractionDigits();
        Object[] first = {digits, digits, digits, tenancy.tenant(), customerId, customerId};
        Object[] all = Arrays.copyOf(first, first.length + params.length);
        System.arraycopy(params, 0, all, first.length, params.length);
        return sql.list(TOTALS + condition, row -> read(row, base), all);
    }

    private static Totals read(ResultSet row, Currency base) throws SQLException {
        return new Totals(
                row.getString(1),
                Money.rounded(row.getBigDecimal(2), base),
                Money.rounded(row.getBigDecimal(3), base),
                Money.rounded(row.getBigDecimal(4), base));
    }

    private static BigDecimal amountIn(String position) {
        return new BigDecimal(parts(position).group(1));
    }

    private static String customerIn(String position) {
        return parts(position).group(2);
    }

    private static Matcher parts(String position) {
        Matcher parts = POSITION.matcher(position);
        if (!parts.matches()) {
            throw RuleBroken.invalid("cursor-malformed", "this cursor belongs to another list")
                    .at("/query/cursor");
        }
        return parts;
    }
}
