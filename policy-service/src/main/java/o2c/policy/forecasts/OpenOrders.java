package o2c.policy.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import o2c.contracts.CreditEvent.OrderApproved;
import o2c.contracts.CreditEvent.ReservationReleased;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Keeps what orders hold. Sums only ever add up, so the order between topics does not matter. */
@ApplicationScoped
class OpenOrders {

    private final Sql sql;
    private final Tenancy tenancy;

    OpenOrders(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    void approved(OrderApproved order) {
        sql.update(
                "insert into order_reservation as r (tenant, check_id, customer_id, order_id, reserved, currency,"
                        + " expected_on) values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant, check_id) do update set"
                        + " reserved = excluded.reserved, expected_on = excluded.expected_on",
                tenancy.tenant(),
                order.checkId(),
                order.customerId(),
                order.orderId(),
                order.reserved().amount(),
                order.reserved().currency().getCurrencyCode(),
                order.expiresOn());
    }

    void released(ReservationReleased order) {
        sql.update(
                "insert into order_reservation as r (tenant, check_id, customer_id, order_id, released, currency)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (tenant, check_id) do update set"
                        + " released = r.released + excluded.released",
                tenancy.tenant(),
                order.checkId(),
                order.customerId(),
                order.orderId(),
                order.released().amount(),
                order.released().currency().getCurrencyCode());
    }

    void invoiced(InvoiceIssued invoice) {
        sql.update(
                "insert into order_invoiced as o (tenant, customer_id, order_id, amount) values (?, ?, ?, ?)"
                        + " on conflict (tenant, customer_id, order_id) do update set"
                        + " amount = o.amount + excluded.amount",
                tenancy.tenant(),
                invoice.customerId(),
                invoice.orderId(),
                invoice.base().amount());
    }
}
