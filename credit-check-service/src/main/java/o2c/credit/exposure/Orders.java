package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.exposure.domain.Reservation;
import o2c.runtime.derive.Marks;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The room that orders hold, one row per order of a customer. */
@ApplicationScoped
class Orders {

    private static final String COLUMNS =
            "currency, check_id, customer_id, order_id, reserved, delivered, invoiced, prepayment_due, expires_on,"
                    + " moved_on";

    private final Sql sql;
    private final Marks marks;
    private final Tenancy tenancy;

    Orders(Sql sql, Marks marks, Tenancy tenancy) {
        this.sql = sql;
        this.marks = marks;
        this.tenancy = tenancy;
    }

    /** The order's row, locked; an order not heard of before holds nothing yet. */
    Reservation claim(String customerId, String orderId, Currency currency) {
        return sql.first(
                        "insert into reservation as r (tenant, customer_id, order_id, currency, moved_on)"
                                + " values (?, ?, ?, ?, ?) on conflict (tenant, customer_id, order_id)"
                                + " do update set currency = case when r.reserved + r.delivered + r.prepayment_due = 0"
                                + " then excluded.currency else r.currency end returning " + COLUMNS,
                        Orders::reservation,
                        tenancy.tenant(),
                        customerId,
                        orderId,
                        currency.getCurrencyCode(),
                        tenancy.today())
                .orElseThrow();
    }

    /** The order's row, locked, when a check ever named it. */
    Optional<Reservation> find(String customerId, String orderId) {
        return orderId == null
                ? Optional.empty()
                : sql.first(
                        "select " + COLUMNS + " from reservation"
                                + " where tenant = ? and customer_id = ? and order_id = ? for update",
                        Orders::reservation,
                        tenancy.tenant(),
                        customerId,
                        orderId);
    }

    /** Checked orders that still reserve something, by id. */
    List<Reservation> reservedBy(String customerId) {
        return sql.list(
                "select " + COLUMNS + " from reservation where tenant = ? and customer_id = ? and reserved > 0"
                        + " and check_id is not null order by order_id",
                Orders::reservation,
                tenancy.tenant(),
                customerId);
    }

    /** The order's row, only to look at. */
    Optional<Reservation> look(String customerId, String orderId) {
        return sql.first(
                "select " + COLUMNS + " from reservation where tenant = ? and customer_id = ? and order_id = ?",
                Orders::reservation,
                tenancy.tenant(),
                customerId,
                orderId);
    }

    /** The unconfirmed orders whose last business date has closed when the day opens, locked. */
    List<Reservation> expiring(LocalDate day) {
        return sql.list(
                "select " + COLUMNS + " from reservation where tenant = ? and expires_on < ?"
                        + " order by customer_id, order_id for update",
                Orders::reservation,
                tenancy.tenant(),
                day);
    }

    /** Writes what orders hold now; the use of their customers' limits is looked at again. */
    void save(List<Reservation> orders) {
        orders.forEach(order -> marks.mark(order.customerId()));
        sql.batch(
                "update reservation set check_id = ?, reserved = ?, delivered = ?, invoiced = ?, prepayment_due = ?,"
                        + " expires_on = ?, moved_on = ? where tenant = ? and customer_id = ? and order_id = ?",
                orders.stream()
                        .map(order -> new Object[] {
                            order.checkId(),
                            order.reserved().amount(),
                            order.delivered().amount(),
                            order.invoiced().amount(),
                            order.prepaymentDue().amount(),
                            order.expiresOn(),
                            order.movedOn(),
                            tenancy.tenant(),
                            order.customerId(),
                            order.orderId()
                        })
                        .toList());
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(1));
        return new Reservation(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Books.money(row, 5, currency),
                Books.money(row, 6, currency),
                Books.money(row, 7, currency),
                Books.money(row, 8, currency),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class));
    }
}
