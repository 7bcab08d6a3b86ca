package o2c.credit.checks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.kernel.Money;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Held orders that wait for a person, until he releases them, a newer check takes their place or they run out. */
@ApplicationScoped
@Priority(80)
class ReferralQueue implements DayOpening {

    /** A later check of the same order makes an earlier one pointless. */
    private static final String WAITING = " from credit_check c where c.tenant = ? and c.status = 'answered'"
            + " and c.referral_due_on is not null and c.expires_on >= ? and not exists (select from credit_check later"
            + " where later.tenant = c.tenant and later.customer_id = c.customer_id"
            + " and later.order_id = c.order_id and later.purpose = c.purpose and later.id > c.id)";

    private final Sql sql;
    private final Outbox outbox;
    private final Tenancy tenancy;

    ReferralQueue(Sql sql, Outbox outbox, Tenancy tenancy) {
        this.sql = sql;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** One held order. */
    record Referral(
            UUID checkId,
            String customerId,
            String purpose,
            String orderId,
            Money amount,
            LocalDate checkedOn,
            LocalDate dueOn,
            boolean overdue) {}

    /**
     * How well decisions are made.
     *
     * @param checks of orders and shipments answered in the period
     * @param straightThrough answered without a person
     * @param straightThroughShare percent of them
     * @param released held ones that a person let go, {@code medianHours} from the check to that moment
     */
    record Quality(
            int checks,
            int approved,
            int referred,
            int declined,
            int straightThrough,
            BigDecimal straightThroughShare,
            int released,
            BigDecimal medianHours) {}

    /** What waits, the most urgent first. */
    List<Referral> waiting(LocalDate afterDue, UUID after, int limit) {
        LocalDate today = tenancy.today();
        return sql.list(
                "select c.id, c.customer_id, c.purpose, c.order_id, c.amount, c.currency, c.checked_on,"
                        + " c.referral_due_on" + WAITING + " and (c.referral_due_on, c.id) > (?, ?)"
                        + " order by c.referral_due_on, c.id limit ?",
                row -> referral(row, today),
                tenancy.tenant(),
                today,
                afterDue,
                after,
                limit);
    }

    /** How checks from one day to another were decided. */
    Quality between(LocalDate from, LocalDate to) {
        return sql.first(
                        "select count(*), count(*) filter (where verdict like 'approved%'),"
                                + " count(*) filter (where verdict = 'referred'),"
                                + " count(*) filter (where verdict = 'declined'),"
                                + " round(100.0 * count(*) filter (where verdict <> 'referred')"
                                + " / nullif(count(*), 0), 2), count(*) filter (where released_at is not null),"
                                + " round(cast(percentile_cont(0.5) within group (order by extract(epoch from"
                                + " released_at - checked_at) / 3600) as numeric), 2) from credit_check"
                                + " where tenant = ? and checked_on between ? and ?"
                                + " and purpose in ('order', 'shipment')",
                        row -> new Quality(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(2) + row.getInt(4),
                                row.getBigDecimal(5),
                                row.getInt(6),
                                row.getBigDecimal(7)),
                        tenancy.tenant(),
                        from,
                        to)
                .orElseThrow();
    }

    /** Those whose day has passed are announced, once. */
    @Override
    public void open(LocalDate day) {
        sql
                .list(
                        "update credit_check set referral_announced_on = ? where tenant = ? and id in (select c.id"
                                + WAITING + " and c.referral_due_on < ? and c.referral_announced_on is null)"
                                + " returning id, customer_id, purpose, order_id, amount, currency, checked_on,"
                                + " referral_due_on",
                        row -> referral(row, day),
                        day,
                        tenancy.tenant(),
                        tenancy.tenant(),
                        day,
                        day)
                .stream()
                .sorted(java.util.Comparator.comparing(Referral::checkId))
                .forEach(late -> outbox.announce(new CreditEvent.ReferralOverdue(
                        late.customerId(), late.checkId(), late.orderId(), late.amount(), late.dueOn())));
    }

    private static Referral referral(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = row.getObject(8, LocalDate.class);
        return new Referral(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Money.padded(row.getBigDecimal(5).stripTrailingZeros(), Currency.getInstance(row.getString(6))),
                row.getObject(7, LocalDate.class),
                dueOn,
                dueOn.isBefore(today));
    }
}
