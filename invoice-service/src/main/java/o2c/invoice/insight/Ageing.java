package o2c.invoice.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.insight.BooksTime.Moment;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How old what is owed is, by due day. One statement; the buckets are those of
 * {@link o2c.invoice.insight.domain.AgeingBucket}, and a test proves that they agree.
 */
@ApplicationScoped
class Ageing {

    private static final String FROM_KEPT_FIGURES =
            "select id, outstanding as open from receivable where tenant = ? and outstanding > 0 and issued_on <= ?";

    private static final String FROM_ENTRIES = "select receivable_id as id, sum(amount) as open from receivable_entry"
            + " where %s group by receivable_id having sum(amount) <> 0";

    private static final String GROUPS = """
            with open_item as (%1$s)
            select key, currency, sum(invoices) as invoices, sum(total) as total, sum(not_due) as not_due,
              sum(to_30) as to_30, sum(to_60) as to_60, sum(to_90) as to_90, sum(over_90) as over_90, sum(cash) as cash
            from (
              select %2$s as key, currency, count(*) as invoices, sum(open) as total,
                coalesce(sum(open) filter (where due_on >= ?), 0) as not_due,
                coalesce(sum(open) filter (where due_on between ? and ?), 0) as to_30,
                coalesce(sum(open) filter (where due_on between ? and ?), 0) as to_60,
                coalesce(sum(open) filter (where due_on between ? and ?), 0) as to_90,
                coalesce(sum(open) filter (where due_on < ?), 0) as over_90, 0 as cash
              from open_item join receivable using (id) where tenant = ? group by 1, 2
              union all
              select %2$s, currency, 0, 0, 0, 0, 0, 0, 0, sum(amount)
              from cash_entry where %3$s group by 1, 2 having sum(amount) <> 0) as part
            group by key, currency order by key, currency""";

    private final Sql sql;

    Ageing(Sql sql) {
        this.sql = sql;
    }

    /** What the figures are grouped by, beside the currency. */
    enum GroupBy {
        CURRENCY("''"),
        SELLER("seller_id"),
        CUSTOMER("customer_id");

        private final String column;

        GroupBy(String column) {
            this.column = column;
        }
    }

    /** One group; amounts are in its currency, invoices counts those that are open. */
    @Schema(name = "AgeingGroup")
    record Group(
            String sellerId,
            String customerId,
            String currency,
            long invoices,
            BigDecimal total,
            BigDecimal notDue,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90,

            @Schema(description = "Money not set against any invoice; not taken off the total")
            BigDecimal unallocatedCash) {}

    List<Group> groups(Moment moment, GroupBy by) {
        Conditions entries = moment.entries();
        String open = moment.latest() ? FROM_KEPT_FIGURES : FROM_ENTRIES.formatted(entries.clause());
        List<Object> params = new ArrayList<>();
        Collections.addAll(
                params, moment.latest() ? new Object[] {moment.tenant(), moment.asOf()} : entries.paramsAnd());
        Collections.addAll(params, borders(moment.asOf()));
        params.add(moment.tenant());
        Collections.addAll(params, entries.paramsAnd());
        return sql.list(GROUPS.formatted(open, by.column, entries.clause()), row -> group(row, by), params.toArray());
    }

    /** The due days between which the buckets lie. */
    private static Object[] borders(LocalDate asOf) {
        return new Object[] {
            asOf,
            asOf.minusDays(30),
            asOf.minusDays(1),
            asOf.minusDays(60),
            asOf.minusDays(31),
            asOf.minusDays(90),
            asOf.minusDays(61),
            asOf.minusDays(90)
        };
    }

    private static Group group(ResultSet row, GroupBy by) throws SQLException {
        return new Group(
                by == GroupBy.SELLER ? row.getString("key") : null,
                by == GroupBy.CUSTOMER ? row.getString("key") : null,
                row.getString("currency"),
                row.getLong("invoices"),
                Read.money(row, "total").amount(),
                Read.money(row, "not_due").amount(),
                Read.money(row, "to_30").amount(),
                Read.money(row, "to_60").amount(),
                Read.money(row, "to_90").amount(),
                Read.money(row, "over_90").amount(),
                Read.money(row, "cash").amount());
    }
}
