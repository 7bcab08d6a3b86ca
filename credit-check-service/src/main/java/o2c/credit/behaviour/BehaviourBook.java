package o2c.credit.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.credit.behaviour.domain.Behaviour;
import o2c.credit.behaviour.domain.Behaviour.Promises;
import o2c.credit.behaviour.domain.PaidInvoice;
import o2c.credit.behaviour.domain.PaidInvoice.Part;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** This service's own note of invoices and the money set against them: how customers pay. */
@ApplicationScoped
public class BehaviourBook {

    private final Sql sql;
    private final Tenancy tenancy;

    BehaviourBook(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** How a customer pays, at a moment, over all of his invoices. */
    public Behaviour of(String customerId, Moment moment) {
        Map<UUID, List<Part>> parts = new HashMap<>();
        sql.list(
                "select invoice_id, received_on, amount, money from behaviour_part where tenant = ? and customer_id = ?"
                        + " and received_on <= ? and recorded_at <= ? and recorded_on <= ?",
                row -> parts.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Part(row.getObject(2, LocalDate.class), row.getBigDecimal(3), row.getBoolean(4))),
                tenancy.tenant(),
                customerId,
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
        List<PaidInvoice> invoices = sql.list(
                "select i.invoice_id, i.issued_on, i.due_on, i.total, i.closed_on, d.disputed_on from"
                        + " behaviour_invoice i left join behaviour_dispute d on d.tenant = i.tenant and d.invoice_id ="
                        + " i.invoice_id where i.tenant = ? and i.customer_id = ? and i.issued_on <= ?",
                row -> new PaidInvoice(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getBigDecimal(4),
                        parts.getOrDefault(row.getObject(1, UUID.class), List.of()),
                        row.getObject(6, LocalDate.class) != null
                                && !row.getObject(6, LocalDate.class).isAfter(moment.asOf()),
                        row.getObject(5, LocalDate.class)),
                tenancy.tenant(),
                customerId,
                moment.asOf());
        return Behaviour.of(invoices, promises(customerId, moment.asOf()), moment.asOf());
    }

    /** How many promises were broken from a day on. */
    public int brokenSince(String customerId, LocalDate day) {
        return sql.first(
                        "select count(*) from ended_promise where tenant = ? and customer_id = ? and not kept"
                                + " and ended_on >= ?",
                        row -> row.getInt(1),
                        tenancy.tenant(),
                        customerId,
                        day)
                .orElse(0);
    }

    /** The overdue invoice whose agreed day lies furthest back, with the event that told it. */
    public Optional<Late> oldestLate(String customerId) {
        return sql.first(
                "select invoice_id, overdue_event from behaviour_invoice where tenant = ? and customer_id = ?"
                        + " and closed_on is null and overdue_event is not null order by due_on, invoice_id limit 1",
                row -> new Late(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                tenancy.tenant(),
                customerId);
    }

    /** An overdue invoice and the event that told it. */
    public record Late(UUID invoiceId, UUID eventId) {}

    /** Customers with an overdue invoice: each day makes it older. */
    List<String> late() {
        return sql.list(
                "select distinct customer_id from behaviour_invoice where tenant = ? and closed_on is null"
                        + " and overdue_event is not null order by customer_id",
                row -> row.getString(1),
                tenancy.tenant());
    }

    void add(InvoiceIssued issued) {
        sql.update(
                "insert into behaviour_invoice (tenant, invoice_id, customer_id, issued_on, due_on, total, rate)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                tenancy.tenant(),
                issued.invoiceId(),
                issued.customerId(),
                issued.issuedOn(),
                issued.dueOn(),
                issued.base().amount(),
                issued.rate());
    }

    void pay(PaymentAllocated allocated) {
        sql.batch(
                "insert into behaviour_part (tenant, customer_id, payment_id, invoice_id, received_on, amount,"
                        + " recorded_on) select ?, ?, ?, invoice_id, ?, round(cast(? as numeric) * rate, 4), ?"
                        + " from behaviour_invoice where tenant = ? and invoice_id = ?",
                allocated.allocations().stream()
                        .map(part -> part(allocated, part))
                        .toList());
    }

    private Object[] part(PaymentAllocated allocated, Allocation part) {
        return new Object[] {
            tenancy.tenant(),
            allocated.customerId(),
            allocated.paymentId(),
            allocated.receivedOn(),
            part.amount().amount(),
            tenancy.today(),
            tenancy.tenant(),
            part.invoiceId()
        };
    }

    /**
     * A part of an invoice that was let go.
     *
     * @param paymentId the payment that earned it, or null
     * @param on the day from which it is not open any more
     */
    record Granted(UUID paymentId, UUID invoiceId, Money amount, LocalDate on) {}

    /** Notes that a part is open no longer without being money. */
    void grant(Granted granted) {
        sql.update(
                "insert into behaviour_part (tenant, customer_id, payment_id, invoice_id, received_on, amount, money,"
                        + " recorded_on) select tenant, customer_id, cast(? as uuid), invoice_id, ?,"
                        + " round(cast(? as numeric) * rate, 4), false, ? from behaviour_invoice"
                        + " where tenant = ? and invoice_id = ?",
                granted.paymentId(),
                granted.on(),
                granted.amount().amount(),
                tenancy.today(),
                tenancy.tenant(),
                granted.invoiceId());
    }

    /** Notes that a payment was none: its money never came, and what was granted for it is owed too. */
    void undo(PaymentReversed reversed) {
        reversed.allocations().forEach(part -> undo(reversed, part));
    }

    private void undo(PaymentReversed reversed, Allocation part) {
        sql.update(
                "with undone as (insert into behaviour_part (tenant, customer_id, payment_id, invoice_id, received_on,"
                        + " amount, money, recorded_on) select tenant, customer_id, payment_id, invoice_id,"
                        + " received_on, -amount, money, ? from behaviour_part where tenant = ? and customer_id = ?"
                        + " and payment_id = ? and invoice_id = ? returning amount),"
                        + " opened as (update behaviour_invoice set closed_on = null,"
                        + " overdue_event = case when closed_on is null then overdue_event end"
                        + " where tenant = ? and invoice_id = ? returning tenant, customer_id, invoice_id, rate)"
                        + " insert into behaviour_part (tenant, customer_id, payment_id, invoice_id, received_on,"
                        + " amount, money, recorded_on) select tenant, customer_id, ?, invoice_id, ?, rest, false, ?"
                        + " from (select opened.*, -round(cast(? as numeric) * rate, 4)"
                        + " - coalesce((select sum(amount) from undone), 0) as rest from opened) left_over"
                        + " where rest < 0",
                tenancy.today(),
                tenancy.tenant(),
                reversed.customerId(),
                reversed.paymentId(),
                part.invoiceId(),
                tenancy.tenant(),
                part.invoiceId(),
                reversed.paymentId(),
                reversed.reversedOn(),
                tenancy.today(),
                part.amount().amount());
    }

    /** Notes that nothing of an invoice is open any more, or, without a day, that something is again. */
    void close(UUID invoiceId, LocalDate on) {
        sql.update(
                "update behaviour_invoice set closed_on = ? where tenant = ? and invoice_id = ?",
                on,
                tenancy.tenant(),
                invoiceId);
    }

    /** Notes that an invoice that was told overdue never was: it counts as closed in time when it is closed. */
    void neverLate(UUID invoiceId) {
        sql.update(
                "update behaviour_invoice set overdue_event = null, closed_on = least(closed_on, case when closed_on"
                        + " is not null then due_on end) where tenant = ? and invoice_id = ?",
                tenancy.tenant(),
                invoiceId);
    }

    /** Notes another agreed day; what is not late by it on that business day is not overdue. */
    void fallDueOn(UUID invoiceId, LocalDate dueOn, LocalDate today) {
        sql.update(
                "update behaviour_invoice set due_on = ?, overdue_event = case when due.late then overdue_event end"
                        + " from (select cast(? as boolean) as late) due where tenant = ? and invoice_id = ?",
                dueOn,
                today.isAfter(dueOn),
                tenancy.tenant(),
                invoiceId);
    }

    /** Notes the event that told an invoice overdue. */
    void overdue(UUID invoiceId, UUID eventId) {
        sql.update(
                "update behaviour_invoice set overdue_event = ? where tenant = ? and invoice_id = ?",
                eventId,
                tenancy.tenant(),
                invoiceId);
    }

    void dispute(UUID invoiceId, LocalDate on) {
        sql.update(
                "insert into behaviour_dispute (tenant, invoice_id, disputed_on) values (?, ?, ?)"
                        + " on conflict (tenant, invoice_id) do update"
                        + " set disputed_on = least(behaviour_dispute.disputed_on, excluded.disputed_on)",
                tenancy.tenant(),
                invoiceId,
                on);
    }

    private Promises promises(String customerId, LocalDate day) {
        return sql.first(
                        "select count(*) filter (where kept), count(*) filter (where not kept) from ended_promise"
                                + " where tenant = ? and customer_id = ? and ended_on <= ?",
                        row -> new Promises(row.getInt(1), row.getInt(2)),
                        tenancy.tenant(),
                        customerId,
                        day)
                .orElseThrow();
    }
}
