package o2c.policy.forecasts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.PolicyEvent.LimitBreachForecast;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.forecasts.domain.BreachForecast;
import o2c.policy.forecasts.domain.BreachForecast.Expected;
import o2c.policy.forecasts.domain.PaymentHabit;
import o2c.policy.forecasts.domain.PaymentHabit.Paid;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Who will pass his limit, and when. */
@ApplicationScoped
@Priority(300)
class Forecasts implements DayOpening {

    /** How far a day that opens looks ahead. */
    static final int HORIZON_DAYS = 30;

    private static final int MOST = 1000;
    private static final int HABIT_MONTHS = 12;

    /** What is held by orders per customer; of one order never less than nothing. */
    private static final String ORDERS = """
            select r.customer_id, r.order_id, max(r.expected_on) as expected_on,
              greatest(sum(greatest(r.reserved - r.released, 0)) - coalesce(max(i.amount), 0), 0) as held
            from order_reservation r
            left join order_invoiced i on i.tenant = r.tenant and i.customer_id = r.customer_id
              and i.order_id = r.order_id
            where r.tenant = ? %s group by r.customer_id, r.order_id""";

    private static final String NEAR = """
            with held as (select customer_id, sum(held) as held from (""" + ORDERS.formatted("") + """
            ) o group by customer_id)
            select c.customer_id, c.policy_id, c.limit_amount, c.outstanding, coalesce(h.held, 0) as held
            from customer_cover c left join held h on h.customer_id = c.customer_id
            where c.tenant = ? and c.limit_amount > 0
              and c.outstanding + coalesce(h.held, 0) >= c.limit_amount * ?
            order by (c.outstanding + coalesce(h.held, 0)) / c.limit_amount desc, c.customer_id limit ?""";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;

    Forecasts(Sql sql, Tenancy tenancy, Outbox outbox) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    /**
     * A customer near his limit.
     *
     * @param utilisation what is owed, in percent of the limit
     * @param withOrders the same with what orders hold
     */
    record Near(
            String customerId,
            String policyId,
            Money limit,
            Money outstanding,
            Money openOrders,
            Percentage utilisation,
            Percentage withOrders) {}

    /** A customer near his limit with the forecast. */
    record Told(Near near, PaymentHabit habit, BreachForecast forecast) {}

    @Override
    public void open(LocalDate day) {
        List<Told> breaching = near(new BigDecimal("0.8"), HORIZON_DAYS, MOST).stream()
                .filter(told -> told.forecast().breachOn().isPresent())
                .toList();
        forgetOthers(breaching);
        for (Told told : breaching) {
            told.forecast()
                    .breachOn()
                    .filter(on -> isNews(told.near().customerId(), on))
                    .ifPresent(on -> announce(told, on));
        }
    }

    /** Who is safe again will be news once more. */
    private void forgetOthers(List<Told> breaching) {
        sql.update(
                "delete from breach_told where tenant = ? and customer_id <> all(?)",
                tenancy.tenant(),
                breaching.stream().map(told -> told.near().customerId()).toArray(String[]::new));
    }

    /** The customers that owe, with their orders, at least this share of their limit, the fullest first. */
    List<Told> near(BigDecimal share, int days, int most) {
        List<Near> near = sql.list(
                NEAR,
                row -> near(
                        row.getString("customer_id"),
                        row.getString("policy_id"),
                        money(row.getBigDecimal("limit_amount")),
                        money(row.getBigDecimal("outstanding")),
                        money(row.getBigDecimal("held"))),
                tenancy.tenant(),
                tenancy.tenant(),
                share,
                most);
        String[] customers = near.stream().map(Near::customerId).toArray(String[]::new);
        Map<String, PaymentHabit> habits = habits(customers);
        Map<String, List<Expected>> expected = expected(customers, habits);
        LocalDate today = tenancy.today();
        return near.stream()
                .map(each -> new Told(
                        each,
                        habits.getOrDefault(each.customerId(), new PaymentHabit(0, 0)),
                        BreachForecast.of(
                                today,
                                today.plusDays(days),
                                each.limit(),
                                each.outstanding(),
                                expected.getOrDefault(each.customerId(), List.of()))))
                .toList();
    }

    private Map<String, PaymentHabit> habits(String[] customers) {
        Map<String, List<Paid>> paid = new HashMap<>();
        sql.list(
                "select customer_id, round(total * rate, ?), last_paid_on - due_on from receivable where tenant = ?"
                        + " and customer_id = any(?) and outstanding = 0 and claim_only = 0 and last_paid_on > ?",
                row -> paid.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(new Paid(money(row.getBigDecimal(2)), row.getInt(3))),
                tenancy.baseCurrency().getDefaultFractionDigits(),
                tenancy.tenant(),
                customers,
                tenancy.today().minusMonths(HABIT_MONTHS));
        Map<String, PaymentHabit> habits = new HashMap<>();
        paid.forEach((customer, payments) -> habits.put(customer, PaymentHabit.of(payments)));
        return habits;
    }

    private Map<String, List<Expected>> expected(String[] customers, Map<String, PaymentHabit> habits) {
        LocalDate today = tenancy.today();
        Map<String, List<Expected>> expected = new HashMap<>();
        sql.list(
                "select customer_id, due_on, round(outstanding * rate, ?) from receivable where tenant = ?"
                        + " and customer_id = any(?) and outstanding > 0 and issued_on <= ?",
                row -> expected.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(new Expected(
                                habits.getOrDefault(row.getString(1), new PaymentHabit(0, 0))
                                        .expectedOn(row.getObject(2, LocalDate.class), today),
                                money(row.getBigDecimal(3)).negated())),
                tenancy.baseCurrency().getDefaultFractionDigits(),
                tenancy.tenant(),
                customers,
                today);
        sql.list(
                ORDERS.formatted("and r.customer_id = any(?)"),
                row -> expected.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(new Expected(
                                row.getObject(3, LocalDate.class) == null ? today : row.getObject(3, LocalDate.class),
                                money(row.getBigDecimal(4)))),
                tenancy.tenant(),
                customers);
        return expected;
    }

    /** Each breach is announced once, and again only when it is to come sooner than was told. */
    private boolean isNews(String customerId, LocalDate on) {
        return sql.update(
                        "insert into breach_told as b (tenant, customer_id, breach_on) values (?, ?, ?)"
                                + " on conflict (tenant, customer_id) do update set breach_on = excluded.breach_on"
                                + " where b.breach_on > excluded.breach_on",
                        tenancy.tenant(),
                        customerId,
                        on)
                > 0;
    }

    private void announce(Told told, LocalDate on) {
        outbox.announce(new LimitBreachForecast(
                told.near().customerId(),
                told.near().policyId(),
                told.near().limit(),
                told.forecast().peak(),
                on));
    }

    private Near near(String customerId, String policyId, Money limit, Money outstanding, Money held) {
        return new Near(
                customerId,
                policyId,
                limit,
                outstanding,
                held,
                Percentage.share(outstanding, limit),
                Percentage.share(outstanding.plus(held), limit));
    }

    private Money money(BigDecimal amount) {
        return Money.padded(amount.stripTrailingZeros(), tenancy.baseCurrency());
    }
}
