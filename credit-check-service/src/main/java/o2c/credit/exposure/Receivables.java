package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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

    /** Notes what stays open and gives the invoices paid, by id. */
    Map<UUID, Receivable> pay(List<Allocation> allocations) {
        Map<UUID, Receivable> paid = new HashMap<>();
        sql.list(
                "update receivable r set outstanding = p.outstanding from unnest(?, ?) as p(invoice_id, outstanding)"
                        + " where r.tenant = ? and r.invoice_id = p.invoice_id returning r.invoice_id, r.issued_on",
                row -> paid.put(row.getObject(1, UUID.class), new Receivable(row.getObject(2, LocalDate.class))),
                allocations.stream().map(Allocation::invoiceId).toArray(UUID[]::new),
                allocations.stream()
                        .map(allocation -> allocation.outstanding().amount())
                        .toArray(BigDecimal[]::new),
                tenancy.tenant());
        return paid;
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
