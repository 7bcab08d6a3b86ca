package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.payments.domain.Naming;
import o2c.invoice.payments.domain.Payment;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The payments of the running transaction's tenant, and the cash entries beside them. */
@ApplicationScoped
class Payments {

    private static final String SELECT =
            "select id, customer_id, seller_id, currency, amount, unallocated, refunded, received_on, reference,"
                    + " order_id, reversed_on, reversal_reason, external_id, version, updated_at from payment";

    private static final String ENTRIES_AND_CASH = """
        , booked as (
          insert into cash_entry (tenant, payment_id, customer_id, seller_id, currency, kind, amount,
            business_day, recorded_on, cause)
          select kept.tenant, kept.id, kept.customer_id, kept.seller_id, kept.currency, t.kind, t.amount,
            t.business_day, ?, t.cause
          from kept cross join unnest(?, ?, ?, ?) with ordinality as t(kind, amount, business_day, cause, nr)
          order by nr)
        insert into customer_cash as cash (tenant, customer_id, seller_id, currency, unallocated)
        select tenant, customer_id, seller_id, currency, greatest(?::numeric, 0) from kept
        on conflict (tenant, customer_id, seller_id, currency)
          do update set unallocated = cash.unallocated + ?\
        """;

    private static final String ENTER = """
              with kept as (
                insert into payment (tenant, id, customer_id, seller_id, currency, amount, unallocated, received_on,
                  reference, order_id, external_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning tenant, id, customer_id, seller_id, currency)\
              """ + ENTRIES_AND_CASH;

    private static final String CHANGE = """
              with kept as (
                update payment set unallocated = ?, refunded = ?, reversed_on = ?, reversal_reason = ?,
                version = version + 1, updated_at = now()
                where tenant = ? and id = ?
                returning tenant, id, customer_id, seller_id, currency)\
              """ + ENTRIES_AND_CASH;

    private final Sql sql;
    private final Tenancy tenancy;

    Payments(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A payment as stored. */
    record PaymentRow(Payment payment, String reversalReason, String externalId, long version, Instant updatedAt) {}

    /**
     * A movement of unallocated cash.
     *
     * @param amount signed
     * @param cause the payment itself, or the invoice it went to
     */
    record CashMovement(String kind, Money amount, LocalDate on, UUID cause) {}

    /** Stores a new payment with its movements. */
    void enter(Payment payment, String externalId, List<CashMovement> movements) {
        Columns<CashMovement> cash = new Columns<>(movements);
        BigDecimal change = payment.unallocated().amount();
        sql.update(
                ENTER,
                tenancy.tenant(),
                payment.id(),
                payment.customerId(),
                payment.sellerId(),
                payment.amount().currency().getCurrencyCode(),
                payment.amount().amount(),
                payment.unallocated().amount(),
                payment.receivedOn(),
                payment.naming().reference(),
                payment.naming().orderId(),
                externalId,
                tenancy.today(),
                cash.texts(CashMovement::kind),
                cash.amounts(CashMovement::amount),
                cash.days(CashMovement::on),
                cash.ids(CashMovement::cause),
                change,
                change);
    }

    /** Keeps what a payment in another currency is worth in the tenant's own. */
    void keep(UUID id, Payment.Worth worth) {
        sql.update(
                "update payment set rate = ?, base_amount = ?, base_currency = ? where tenant = ? and id = ?",
                worth.rate(),
                worth.base().amount(),
                worth.base().currency().getCurrencyCode(),
                tenancy.tenant(),
                id);
    }

    /** Keeps a payment as it is now, with its movements; {@code change} is their sum. */
    void change(Payment payment, List<CashMovement> movements, Money change) {
        change(payment, movements, change, null);
    }

    /** The same, where it was reversed. */
    void change(Payment payment, List<CashMovement> movements, Money change, String reversalReason) {
        Columns<CashMovement> cash = new Columns<>(movements);
        sql.update(
                CHANGE,
                payment.unallocated().amount(),
                payment.refunded().amount(),
                payment.reversedOn(),
                reversalReason,
                tenancy.tenant(),
                payment.id(),
                tenancy.today(),
                cash.texts(CashMovement::kind),
                cash.amounts(CashMovement::amount),
                cash.days(CashMovement::on),
                cash.ids(CashMovement::cause),
                change.amount(),
                change.amount());
    }

    Optional<PaymentRow> byId(UUID id) {
        return sql.first(SELECT + " where tenant = ? and id = ?", Payments::read, tenancy.tenant(), id);
    }

    Optional<PaymentRow> byExternalId(String externalId) {
        return sql.first(
                SELECT + " where tenant = ? and external_id = ?", Payments::read, tenancy.tenant(), externalId);
    }

    /** The payment, locked against another allocation. */
    Optional<PaymentRow> locked(UUID id) {
        return sql.first(SELECT + " where tenant = ? and id = ? for update", Payments::read, tenancy.tenant(), id);
    }

    List<PaymentRow> list(Conditions where, int most) {
        return sql.list(
                SELECT + " where " + where.clause() + " order by id limit ?", Payments::read, where.paramsAnd(most));
    }

    private static PaymentRow read(ResultSet row) throws SQLException {
        Payment payment = new Payment(
                Read.id(row, "id"),
                row.getString("customer_id"),
                row.getString("seller_id"),
                Read.money(row, "amount"),
                Read.money(row, "unallocated"),
                Read.money(row, "refunded"),
                Read.day(row, "received_on"),
                new Naming(row.getString("reference"), row.getString("order_id")),
                Read.day(row, "reversed_on"));
        return new PaymentRow(
                payment,
                row.getString("reversal_reason"),
                row.getString("external_id"),
                row.getLong("version"),
                Read.instant(row, "updated_at"));
    }
}
