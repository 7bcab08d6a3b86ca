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
import o2c.invoice.books.Entries;
import o2c.invoice.books.GroupBy;
import o2c.invoice.books.Read;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
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

    private static final String FROM_ENTRIES = "select e.receivable_id as id, sum(e.amount) as open"
            + " from receivable_entry e where %s group by e.receivable_id having sum(e.amount) <> 0";

    /** Sums of another book by the same key; takes its table and which figure they are. */
    private static final String BESIDE = """
        union all
         select %1$s as key, e.currency, 0, 0, 0, 0, 0, 0, 0, %4$s
         from %5$s e%2$s where %3$s group by 1, 2 having sum(e.amount) <> 0\
        """;

    private static final String GROUPS = """
        with open_item as (%1$s)
        select key, currency, sum(invoices) as invoices, sum(total) as total, sum(not_due) as not_due,
          sum(to_30) as to_30, sum(to_60) as to_60, sum(to_90) as to_90, sum(over_90) as over_90,
          sum(cash) as cash, sum(credits) as credits, sum(charges) as charges
        from (
          select %2$s as key, e.currency, count(*) as invoices, sum(open) as total,
            coalesce(sum(open) filter (where due_on >= ?), 0) as not_due,
            coalesce(sum(open) filter (where due_on between ? and ?), 0) as to_30,
            coalesce(sum(open) filter (where due_on between ? and ?), 0) as to_60,
            coalesce(sum(open) filter (where due_on between ? and ?), 0) as to_90,
            coalesce(sum(open) filter (where due_on < ?), 0) as over_90, 0 as cash, 0 as credits, 0 as charges
          from open_item join receivable e using (id)%3$s where e.tenant = ? group by 1, 2%4$s) as part
        group by key, currency order by key, currency\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    Ageing(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** One group; amounts are in its currency, invoices counts those that are open. */
    @Schema(name = "AgeingGroup")
    record Group(
            String sellerId,
            String customerId,

            @Schema(description = "Left out where none is known")
            String segment,

            @Schema(description = "Left out where none is known")
            String country,

            String currency,
            long invoices,
            BigDecimal total,
            BigDecimal notDue,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90,

            @Schema(description = "Money not set against any invoice; not taken off the total")
            BigDecimal unallocatedCash,

            @Schema(description = "Credit notes not set against any invoice; not taken off the total")
            BigDecimal openCredits,

            @Schema(description = "Claimed late charges, only with `include=charges`; never part of the total")
            BigDecimal charges) {}

    List<Group> groups(Moment moment, GroupBy by, boolean withCharges) {
        Conditions entries = Entries.known(tenancy.tenant(), moment);
        String open = moment.latest() ? FROM_KEPT_FIGURES : FROM_ENTRIES.formatted(entries.clause());
        List<Object> params = new ArrayList<>();
        Collections.addAll(
                params, moment.latest() ? new Object[] {tenancy.tenant(), moment.asOf()} : entries.paramsAnd());
        Collections.addAll(params, borders(moment.asOf()));
        params.add(tenancy.tenant());
        String beside = beside(by, entries, "sum(e.amount), 0, 0", "cash_entry")
                + beside(by, entries, "0, sum(e.amount), 0", "credit_entry");
        Collections.addAll(params, entries.paramsAnd(entries.paramsAnd()));
        if (withCharges) {
            beside += beside(by, entries, "0, 0, sum(e.amount)", "charge_entry");
            Collections.addAll(params, entries.paramsAnd());
        }
        return sql.list(
                GROUPS.formatted(open, by.key(), by.join(), beside),
                row -> group(row, by, withCharges),
                params.toArray());
    }

    private static String beside(GroupBy by, Conditions entries, String figures, String book) {
        return "\n" + BESIDE.formatted(by.key(), by.join(), entries.clause(), figures, book);
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

    private static Group group(ResultSet row, GroupBy by, boolean withCharges) throws SQLException {
        String key = row.getString("key");
        return new Group(
                GroupBy.SELLER.of(by, key),
                GroupBy.CUSTOMER.of(by, key),
                GroupBy.SEGMENT.of(by, key),
                GroupBy.COUNTRY.of(by, key),
                row.getString("currency"),
                row.getLong("invoices"),
                Read.money(row, "total").amount(),
                Read.money(row, "not_due").amount(),
                Read.money(row, "to_30").amount(),
                Read.money(row, "to_60").amount(),
                Read.money(row, "to_90").amount(),
                Read.money(row, "over_90").amount(),
                Read.money(row, "cash").amount(),
                Read.money(row, "credits").amount(),
                withCharges ? Read.money(row, "charges").amount() : null);
    }
}
