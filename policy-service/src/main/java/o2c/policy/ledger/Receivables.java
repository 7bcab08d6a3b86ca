package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Reads our own copy of the ledger for many customers at once, on a day and as known at a moment. */
@ApplicationScoped
public class Receivables {

    /** Customer by customer through the indexes, whatever the planner believes about the size of the tables. */
    private static final String MOVED = """
            select r.customer_id, r.invoice_id, r.seller_id, r.invoice_number, r.currency, r.total, r.rate,
              r.net_amount, r.issued_on, r.delivered_on, e.kind, e.amount, e.business_day,
              case when r.first_due_on is null then r.due_on else coalesce((
                select d.due_on from receivable_due_day d where d.tenant = r.tenant and d.invoice_id = r.invoice_id
                  and d.recorded_at <= ? and d.recorded_on <= ? order by d.told desc limit 1), r.first_due_on)
              end as due_on
            from unnest(?, ?) as asked(customer_id, since)
            cross join lateral (
              select * from receivable r where r.tenant = ? and r.customer_id = asked.customer_id and r.issued_on <= ?
                and (r.outstanding > 0 or r.claim_only > 0 or r.last_moved_on > asked.since or r.changed_at > ?
                  or r.changed_on > ? or r.last_moved_on > r.due_on + ? or r.last_moved_on > r.issued_on + ?)
              offset 0) r
            cross join lateral (
              select * from receivable_entry e where e.tenant = r.tenant and e.invoice_id = r.invoice_id
                and e.business_day <= ? and e.recorded_at <= ? and e.recorded_on <= ? offset 0) e
            order by r.customer_id, r.invoice_id, e.business_day, e.recorded_at""";

    private final Sql sql;
    private final Tenancy tenancy;

    Receivables(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Which paid receivables are wanted beside the open ones.
     *
     * @param since per customer, the day after whose close they were paid
     * @param daysAfterDue also those paid more than this many days after their due day
     * @param daysAfterInvoice also those paid more than this many days after their invoice day
     */
    public record Reach(Map<String, LocalDate> since, int daysAfterDue, int daysAfterInvoice) {}

    /** By customer. */
    public Map<String, List<Receivable>> within(Reach reach, LocalDate day, AsKnown known) {
        Map<UUID, ReceivableBuilder> builders = new LinkedHashMap<>();
        Currency base = tenancy.baseCurrency();
        sql.list(
                MOVED,
                row -> builders.computeIfAbsent(row.getObject("invoice_id", UUID.class), id -> start(row, base))
                        .add(row),
                known.at(),
                known.on(),
                reach.since().keySet().toArray(String[]::new),
                reach.since().values().toArray(LocalDate[]::new),
                tenancy.tenant(),
                day,
                known.at(),
                known.on(),
                reach.daysAfterDue(),
                reach.daysAfterInvoice(),
                day,
                known.at(),
                known.on());
        return builders.values().stream()
                .filter(ReceivableBuilder::isIssued)
                .collect(Collectors.groupingBy(
                        ReceivableBuilder::customerId,
                        Collectors.mapping(ReceivableBuilder::build, Collectors.toList())));
    }

    /** By customer, the first day of delivery of what is open. */
    public Map<String, LocalDate> oldestOpen(Collection<String> customers, LocalDate day, AsKnown known) {
        Map<String, LocalDate> oldest = new HashMap<>();
        sql.list(
                "select customer_id, min(least(issued_on, delivered_on)) from receivable where tenant = ?"
                        + " and customer_id = any(?) and issued_on <= ? and (outstanding > 0 or claim_only > 0"
                        + " or last_moved_on > ? or changed_at > ? or changed_on > ?) group by customer_id",
                row -> oldest.put(row.getString(1), row.getObject(2, LocalDate.class)),
                tenancy.tenant(),
                customers.toArray(String[]::new),
                day,
                day,
                known.at(),
                known.on());
        return oldest;
    }

    /** Where a customer is seated, and what it is. */
    public record Seat(String country, String kind, String segment) {}

    /** By customer, the seat last told by the day, or the first ever told when that came later. */
    public Map<String, Seat> seats(Collection<String> customers, LocalDate day, AsKnown known) {
        Map<String, Seat> seats = new HashMap<>();
        sql.list(
                "select distinct on (customer_id) customer_id, country, kind, segment from customer_country where"
                        + " tenant = ?"
                        + " and customer_id = any(?) and recorded_at <= ? and recorded_on <= ? order by customer_id,"
                        + " (business_day <= ?) desc, case when business_day <= ? then business_day end desc,"
                        + " case when business_day <= ? then told end desc, business_day, told",
                row -> seats.put(row.getString(1), new Seat(row.getString(2), row.getString(3), row.getString(4))),
                tenancy.tenant(),
                customers.toArray(String[]::new),
                known.at(),
                known.on(),
                day,
                day,
                day);
        return seats;
    }

    private static ReceivableBuilder start(ResultSet row, Currency base) {
        try {
            return ReceivableBuilder.start(row, base);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
