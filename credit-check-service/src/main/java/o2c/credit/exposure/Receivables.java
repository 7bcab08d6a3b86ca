package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.exposure.domain.Receivable;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** This service's own note of invoices: from when they count, what is open, what is overdue. */
@ApplicationScoped
class Receivables {

    private final Sql sql;
    private final Tenancy tenancy;

    Receivables(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    void add(InvoiceIssued issued) {
        sql.update(
                "insert into receivable (tenant, invoice_id, customer_id, seller_id, order_id, currency, issued_on,"
                        + " due_on, total, outstanding) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                tenancy.tenant(),
                issued.invoiceId(),
                issued.customerId(),
                issued.sellerId(),
                issued.orderId(),
                issued.total().currency().getCurrencyCode(),
                issued.issuedOn(),
                issued.dueOn(),
                issued.total().amount(),
                issued.total().amount());
    }

    /** Notes what stays open and gives the invoices that were lowered, by id. */
    Map<UUID, Receivable> lower(List<Allocation> parts) {
        return change("", parts);
    }

    /** Notes what is open again; what had been closed is overdue no longer until it is said to be once more. */
    Map<UUID, Receivable> reopen(List<Allocation> parts) {
        return change(", settled_on = null, overdue_on = case when r.outstanding > 0 then r.overdue_on end", parts);
    }

    private Map<UUID, Receivable> change(String more, List<Allocation> parts) {
        Map<UUID, Receivable> changed = new HashMap<>();
        sql.list(
                "update receivable r set outstanding = p.outstanding" + more
                        + " from unnest(?, ?) as p(invoice_id, outstanding)"
                        + " where r.tenant = ? and r.invoice_id = p.invoice_id"
                        + " returning r.invoice_id, r.issued_on, r.due_on",
                row -> changed.put(row.getObject(1, UUID.class), receivable(row)),
                parts.stream().map(Allocation::invoiceId).toArray(UUID[]::new),
                parts.stream().map(part -> part.outstanding().amount()).toArray(BigDecimal[]::new),
                tenancy.tenant());
        return changed;
    }

    /** Those of these invoices that were heard of, by id. */
    Map<UUID, Receivable> known(List<UUID> invoiceIds) {
        Map<UUID, Receivable> known = new HashMap<>();
        sql.list(
                "select invoice_id, issued_on, due_on from receivable where tenant = ? and invoice_id = any(?)",
                row -> known.put(row.getObject(1, UUID.class), receivable(row)),
                tenancy.tenant(),
                invoiceIds.toArray(UUID[]::new));
        return known;
    }

    private static Receivable receivable(ResultSet row) throws SQLException {
        return new Receivable(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class));
    }

    /** Another day was agreed: what is not late by it on that business day is not overdue. */
    void fallDueOn(UUID invoiceId, LocalDate dueOn, LocalDate today) {
        sql.update(
                "update receivable set due_on = ?, overdue_on = case when due.late then overdue_on end"
                        + " from (select cast(? as boolean) as late) due where tenant = ? and invoice_id = ?",
                dueOn,
                today.isAfter(dueOn),
                tenancy.tenant(),
                invoiceId);
    }

    void fallOverdue(UUID invoiceId, LocalDate overdueOn) {
        sql.update(
                "update receivable set overdue_on = ?, settled_on = null where tenant = ? and invoice_id = ?",
                overdueOn,
                tenancy.tenant(),
                invoiceId);
    }

    void withdrawOverdue(UUID invoiceId) {
        sql.update(
                "update receivable set overdue_on = null where tenant = ? and invoice_id = ?",
                tenancy.tenant(),
                invoiceId);
    }

    void settle(UUID invoiceId, LocalDate settledOn) {
        sql.update(
                "update receivable set overdue_on = null, settled_on = ? where tenant = ? and invoice_id = ?",
                settledOn,
                tenancy.tenant(),
                invoiceId);
    }

    Overdue overdueOf(String customerId) {
        List<Overdue.Item> items = new ArrayList<>();
        Map<Currency, Money> totals = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        int invoices = sql.list(
                        "select due_on, outstanding, currency from receivable"
                                + " where tenant = ? and customer_id = ? and overdue_on is not null"
                                + " order by due_on, invoice_id",
                        row -> {
                            Currency currency = Currency.getInstance(row.getString(3));
                            Money open = Books.money(row, 2, currency);
                            totals.merge(currency, open, Money::plus);
                            if (items.size() < Overdue.MOST_ITEMS) {
                                items.add(new Overdue.Item(row.getObject(1, LocalDate.class), open));
                            }
                            return open;
                        },
                        tenancy.tenant(),
                        customerId)
                .size();
        return invoices == 0
                ? Overdue.NONE
                : new Overdue(invoices, items.get(0).dueOn(), items, List.copyOf(totals.values()));
    }
}
