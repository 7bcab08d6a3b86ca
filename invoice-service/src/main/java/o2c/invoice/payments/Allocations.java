package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.invoice.books.Read;
import o2c.invoice.payments.PaymentView.AllocationView;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Reads from the books where payments went. */
@ApplicationScoped
class Allocations {

    private static final String PARTS = """
        select e.cause, e.receivable_id, r.seller_id, r.invoice_number, e.currency, r.rest_reason,
          -coalesce(sum(amount) filter (where part = 'principal' and kind in ('allocated', 'reversed')), 0)
            as amount,
          -coalesce(sum(amount) filter (where kind = 'discount'), 0) as discount,
          -coalesce(sum(amount) filter (where kind = 'small-difference'), 0) as small_difference,
          -coalesce(sum(amount) filter (where part = 'costs'), 0) as costs,
          -coalesce(sum(amount) filter (where part = 'interest'), 0) as interest
        from (
          select cause, receivable_id, currency, 'principal' as part, kind, amount, id from receivable_entry
          where tenant = ? and cause = any(?)
          union all
          select cause, receivable_id, currency, part, kind, amount, id from charge_entry
          where tenant = ? and cause = any(?)) e
        join receivable r on r.id = e.receivable_id
        group by 1, 2, 3, 4, 5, 6 having sum(amount) <> 0 order by min(e.id)\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    Allocations(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    private record Part(UUID paymentId, AllocationView view) {}

    /** The parts of each of these payments, one per invoice, in the order in which they were booked. */
    Map<UUID, List<AllocationView>> of(List<UUID> paymentIds) {
        Map<UUID, List<AllocationView>> parts = new HashMap<>();
        UUID[] ids = paymentIds.toArray(UUID[]::new);
        sql.list(PARTS, Allocations::read, tenancy.tenant(), ids, tenancy.tenant(), ids)
                .forEach(part -> parts.computeIfAbsent(part.paymentId(), id -> new ArrayList<>())
                        .add(part.view()));
        return parts;
    }

    private static Part read(ResultSet row) throws SQLException {
        AllocationView view = new AllocationView(
                Read.id(row, "receivable_id"),
                row.getString("seller_id"),
                row.getString("invoice_number"),
                Read.money(row, "amount"),
                AllocationView.told(Read.money(row, "discount")),
                AllocationView.told(Read.money(row, "small_difference")),
                AllocationView.told(Read.money(row, "costs")),
                AllocationView.told(Read.money(row, "interest")),
                row.getString("rest_reason"));
        return new Part(Read.id(row, "cause"), view);
    }
}
