package o2c.invoice.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.invoice.behaviour.domain.Loyalty.Kept;
import o2c.invoice.behaviour.domain.PaymentPractice;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Entries;
import o2c.invoice.books.GroupBy;
import o2c.invoice.books.Read;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * How customers pay, from the books: one statement does for all of them what {@link PaymentPractice#of} says, and a
 * test holds it against the rule.
 */
@ApplicationScoped
class PaymentPractices {

    /** Settled invoices with the day of the last money; takes the conditions on entries. */
    static final String SETTLED = """
        entry as materialized (
          select e.receivable_id, e.kind, e.amount, e.cause from receivable_entry e where %s),
        money as (
          select receivable_id as id, cause from entry
          where kind in ('allocated', 'reversed')
            and receivable_id in (select receivable_id from entry group by 1 having sum(amount) = 0)
          group by 1, 2 having sum(amount) <> 0),
        paid as (
          select money.id, max(p.received_on) as paid_on
          from money join payment p on p.id = money.cause and p.tenant = ? group by 1),
        settled as (
          select e.tenant, e.customer_id, e.seller_id, e.currency, e.total, e.due_on, e.issued_on, paid.paid_on,
            e.invoice_number, case when paid.paid_on > e.payable_on then paid.paid_on - e.due_on else 0 end as late,
            paid.paid_on - e.due_on as signed
          from paid join receivable e on e.id = paid.id and e.tenant = ?)\
        """;

    private static final String BY_GROUP = "with " + SETTLED + """
        select %s as key, e.currency, count(*) as invoices, sum(e.total) as amount,
          count(*) filter (where e.late > 0) as late_invoices, sum(e.late) as late, sum(e.signed) as signed,
          max(e.late) as most_late, sum(e.total * e.late) as weighted_late,
          sum(e.total * e.signed) as weighted_signed, sum(e.paid_on - e.issued_on) as to_pay,
          sum(e.total * (e.paid_on - e.issued_on)) as weighted_to_pay
        from settled e%s where e.paid_on >= ? group by 1, 2 order by 1, 2\
        """;

    private static final String NEWEST_FIRST = "with " + SETTLED
            + " select e.currency, e.total, e.late from settled e"
            + " order by e.paid_on desc, e.due_on desc, e.invoice_number desc limit ?";

    private static final String LATE_NOW = "select exists (select from (select e.receivable_id as id"
            + " from receivable_entry e where %s group by 1 having sum(e.amount) > 0) open"
            + " join receivable r on r.id = open.id where r.tenant = ? and r.payable_on < ?)";

    private final Sql sql;
    private final Tenancy tenancy;

    PaymentPractices(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Whose payments are asked for.
     *
     * @param from only what was settled on this day or later
     * @param customerId only his, or null
     * @param sellerId only to this seller, or null
     */
    record Scope(Moment moment, LocalDate from, GroupBy by, String customerId, String sellerId) {}

    /** The practice of one group in one currency. */
    record Practice(String group, Currency currency, PaymentPractice practice) {}

    List<Practice> of(Scope scope) {
        Conditions entries = entries(scope);
        List<Object> params = new ArrayList<>(List.of(entries.paramsAnd(tenancy.tenant(), tenancy.tenant())));
        params.add(scope.from());
        return sql.list(
                BY_GROUP.formatted(
                        entries.clause(), scope.by().key(), scope.by().join()),
                PaymentPractices::practice,
                params.toArray());
    }

    /** The latest settled invoices. */
    List<Kept> newestFirst(Scope scope, int most) {
        Conditions entries = entries(scope);
        return sql.list(
                NEWEST_FIRST.formatted(entries.clause()),
                row -> new Kept(Read.money(row, "total"), row.getLong("late") == 0),
                entries.paramsAnd(tenancy.tenant(), tenancy.tenant(), most));
    }

    /** Whether something open is past its last day for payment. */
    boolean isLateNow(Scope scope) {
        Conditions entries = entries(scope);
        return sql.first(
                        LATE_NOW.formatted(entries.clause()),
                        row -> row.getBoolean(1),
                        entries.paramsAnd(tenancy.tenant(), scope.moment().asOf()))
                .orElse(false);
    }

    private Conditions entries(Scope scope) {
        return Entries.known(tenancy.tenant(), scope.moment())
                .when(scope.customerId(), "e.customer_id = ?")
                .when(scope.sellerId(), "e.seller_id = ?");
    }

    private static Practice practice(ResultSet row) throws SQLException {
        PaymentPractice practice = new PaymentPractice(
                row.getLong("invoices"),
                row.getBigDecimal("amount"),
                row.getLong("late_invoices"),
                row.getLong("late"),
                row.getLong("signed"),
                row.getLong("most_late"),
                row.getBigDecimal("weighted_late"),
                row.getBigDecimal("weighted_signed"),
                row.getLong("to_pay"),
                row.getBigDecimal("weighted_to_pay"));
        return new Practice(row.getString("key"), Currency.getInstance(row.getString("currency")), practice);
    }
}
