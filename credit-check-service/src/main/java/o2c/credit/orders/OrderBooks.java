package o2c.credit.orders;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.orders.domain.SalesOrder;
import o2c.credit.orders.domain.SalesOrder.Part;
import o2c.credit.orders.domain.SalesOrder.Status;
import o2c.credit.storage.Stored;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Orders and their deliveries as stored. */
@ApplicationScoped
class OrderBooks {

    private static final String COLUMNS =
            "order_id, customer_id, seller_id, amount, currency, status, schedule, version";
    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};

    private final Sql sql;
    private final Tenancy tenancy;

    OrderBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A delivery of an order. */
    record Delivery(String deliveryId, Money amount, LocalDate deliveredOn, UUID checkId) {}

    Optional<SalesOrder> find(String orderId) {
        return sql.first(
                "select " + COLUMNS + " from sales_order where tenant = ? and order_id = ?",
                OrderBooks::order,
                tenancy.tenant(),
                orderId);
    }

    /** The order; nobody else can change it until the transaction ends. */
    Optional<SalesOrder> locked(String orderId) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 5))", row -> true, tenancy.tenant() + "|" + orderId);
        return find(orderId);
    }

    void save(SalesOrder order) {
        sql.update(
                "insert into sales_order (tenant, " + COLUMNS + ", changed_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, order_id) do update set seller_id = excluded.seller_id,"
                        + " amount = excluded.amount, status = excluded.status, schedule = excluded.schedule,"
                        + " version = excluded.version, changed_on = excluded.changed_on, changed_at = now()",
                tenancy.tenant(),
                order.orderId(),
                order.customerId(),
                order.sellerId(),
                order.amount().amount(),
                order.amount().currency().getCurrencyCode(),
                order.status().code(),
                Stored.text(order.schedule()),
                order.version(),
                tenancy.today());
    }

    /** A customer's orders after {@code after}, by id; of any status when none is wanted. */
    List<SalesOrder> page(String customerId, Status status, String after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from sales_order, (select cast(? as varchar) as of_customer,"
                        + " cast(? as varchar) as of_status) wanted where tenant = ? and order_id > ?"
                        + " and (of_customer is null or customer_id = of_customer)"
                        + " and (of_status is null or status = of_status) order by order_id limit ?",
                OrderBooks::order,
                customerId,
                status == null ? null : status.code(),
                tenancy.tenant(),
                after,
                limit);
    }

    List<Delivery> deliveriesOf(String orderId) {
        return sql.list(
                "select delivery_id, amount, currency, delivered_on, check_id from order_delivery"
                        + " where tenant = ? and order_id = ? order by delivered_on, delivery_id",
                row -> new Delivery(
                        row.getString(1),
                        money(row, 2, row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, UUID.class)),
                tenancy.tenant(),
                orderId);
    }

    void add(String orderId, Delivery delivery) {
        sql.update(
                "insert into order_delivery (tenant, order_id, delivery_id, amount, currency, delivered_on, check_id,"
                        + " recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                orderId,
                delivery.deliveryId(),
                delivery.amount().amount(),
                delivery.amount().currency().getCurrencyCode(),
                delivery.deliveredOn(),
                delivery.checkId(),
                tenancy.today());
    }

    private static SalesOrder order(ResultSet row) throws SQLException {
        return new SalesOrder(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                money(row, 4, row.getString(5)),
                Stored.read(row.getString(7), PARTS),
                Status.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getInt(8));
    }

    private static Money money(ResultSet row, int column, String currency) throws SQLException {
        return Money.padded(row.getBigDecimal(column).stripTrailingZeros(), Currency.getInstance(currency));
    }
}
