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
        sql.list(
                        "select e.cause, e.receivable_id, e.seller_id, r.invoice_number, e.currency,"
                                + " -sum(e.amount) as amount from receivable_entry e"
                                + " join receivable r on r.id = e.receivable_id"
                                + " where e.tenant = ? and e.cause = any(?)"
                                + " group by e.cause, e.receivable_id, e.seller_id, r.invoice_number, e.currency"
                                + " having sum(e.amount) <> 0 order by min(e.id)",
                        Allocations::read,
                        tenancy.tenant(),
                        paymentIds.toArray(UUID[]::new))
                .forEach(part -> parts.computeIfAbsent(part.paymentId(), id -> new ArrayList<>())
                        .add(part.view()));
        return parts;
    }

    private static Part read(ResultSet row) throws SQLException {
        AllocationView view = new AllocationView(
                Read.id(row, "receivable_id"),
                row.getString("seller_id"),
                row.getString("invoice_number"),
                Read.money(row, "amount"));
        return new Part(Read.id(row, "cause"), view);
    }
}
