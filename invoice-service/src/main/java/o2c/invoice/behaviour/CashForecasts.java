package o2c.invoice.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import o2c.invoice.behaviour.domain.PaymentHabit;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Entries;
import o2c.invoice.books.GroupBy;
import o2c.invoice.books.Read;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * Which money is to be expected when, from what is open and from each customer's habit of the last year. One statement
 * does what {@link PaymentHabit} says, and a test holds it against the rule.
 */
@ApplicationScoped
class CashForecasts {

    /** How far back habits are looked for. */
    private static final int DAYS_OF_HABIT = 365;

    private static final String FORECAST = "with " + PaymentPractices.SETTLED + """
        , recent as (select customer_id, total, signed from settled where paid_on >= ?),
        habit as (
          select customer_id, count(*) as invoices, round(sum(total * signed) / sum(total)) as days
          from recent group by 1),
        everybody as (
          select case when count(*) >= ? then round(sum(total * signed) / sum(total)) else 0 end as days
          from recent),
        open_item as (
          select receivable_id as id, sum(amount) as open from entry group by 1 having sum(amount) > 0),
        expected as (
          select %s as key, e.currency, open_item.open,
            greatest(e.due_on + (case when habit.invoices >= ? then habit.days else everybody.days end)::integer
              - ?::date - 1, 0) / 7 as week
          from open_item join receivable e using (id) cross join everybody
            left join habit on habit.customer_id = e.customer_id%s
          where e.tenant = ?)
        select key, currency, least(week, ?) as week, sum(open) as amount
        from expected group by 1, 2, 3 order by 1, 2, 3\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    CashForecasts(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** What is expected of one group in one currency in one week; the week after the last holds all later ones. */
    record Expected(String group, String currency, int week, Money amount) {}

    /**
     * Looks ahead.
     *
     * @param weeks how many weeks are told apart
     * @param sellerId only this seller, or null
     */
    List<Expected> ahead(Moment moment, int weeks, GroupBy by, String sellerId) {
        Conditions entries = Entries.known(tenancy.tenant(), moment).when(sellerId, "e.seller_id = ?");
        LocalDate asOf = moment.asOf();
        List<Object> params = new ArrayList<>();
        Collections.addAll(params, entries.paramsAnd(tenancy.tenant(), tenancy.tenant()));
        params.add(asOf.minusDays(DAYS_OF_HABIT));
        params.add(PaymentHabit.ENOUGH);
        params.add(PaymentHabit.ENOUGH);
        params.add(asOf);
        params.add(tenancy.tenant());
        params.add(weeks);
        return sql.list(
                FORECAST.formatted(entries.clause(), by.key(), by.join()), CashForecasts::read, params.toArray());
    }

    private static Expected read(ResultSet row) throws SQLException {
        return new Expected(
                row.getString("key"), row.getString("currency"), row.getInt("week"), Read.money(row, "amount"));
    }
}
