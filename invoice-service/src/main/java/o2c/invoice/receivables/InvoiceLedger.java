package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.receivables.OpenItems.Account;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Single invoices, for features that change them by something else than money. */
@ApplicationScoped
public class InvoiceLedger {

    private static final String BY_ID = InvoiceRow.SELECT + " where tenant = ? and id = ?";

    private static final String BOOK = """
        with told as (
          select * from unnest(?, ?, ?, ?, ?, ?) as t(id, outstanding, status, overdue_on, amount, business_day)),
        changed as (
          update receivable r set outstanding = told.outstanding, status = told.status,
            overdue_on = told.overdue_on, version = r.version + 1, updated_at = now()
          from told where r.id = told.id and r.tenant = ?
          returning r.tenant, r.id, r.customer_id, r.seller_id, r.currency)
        insert into receivable_entry (tenant, receivable_id, customer_id, seller_id, currency, kind, amount,
          business_day, recorded_on, cause)
        select tenant, id, customer_id, seller_id, currency, ?, -amount, business_day, ?, ?
        from changed join told using (id)\
        """;

    private final OpenItems openItems;
    private final Sql sql;
    private final Tenancy tenancy;

    InvoiceLedger(OpenItems openItems, Sql sql, Tenancy tenancy) {
        this.openItems = openItems;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Why something is booked.
     *
     * @param kind of the entries, such as {@code credited}
     * @param cause the credit note or write-off
     */
    public record Reason(String kind, UUID cause) {}

    /**
     * An invoice after it was lowered.
     *
     * @param countsFrom the business day of the entry
     */
    public record Lowered(Invoice after, Money amount, LocalDate countsFrom) {}

    /** An invoice, locked, with the day that counts for its insurance. */
    public record Held(Invoice invoice, LocalDate policyDueOn) {}

    /** @throws RuleBroken {@code invoice-unknown} (404) */
    public Invoice known(UUID id) {
        return row(BY_ID, id).invoice();
    }

    /** The invoice with its whole account, locked against every other change; {@code invoice-unknown} (404). */
    public Held held(UUID id) {
        openItems.lock(accountOf(known(id)));
        InvoiceRow row = row(BY_ID + " for update", id);
        LocalDate dueOn = row.invoice().content().dueOn();
        return new Held(
                row.invoice(), Objects.requireNonNullElse(row.circumstances().policyDueOn(), dueOn));
    }

    /** Keeps the invoices as they are now and books by how much they were lowered. */
    public void book(Reason reason, List<Lowered> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<Lowered> lowered = new Columns<>(all);
        sql.update(
                BOOK,
                lowered.ids(one -> one.after().id()),
                lowered.amounts(one -> one.after().outstanding()),
                lowered.texts(one -> one.after().status().label()),
                lowered.days(one -> one.after().overdueOn()),
                lowered.amounts(Lowered::amount),
                lowered.days(Lowered::countsFrom),
                tenancy.tenant(),
                reason.kind(),
                tenancy.today(),
                reason.cause());
    }

    /** Keeps an invoice whose agreed day is another one. */
    public void move(Invoice after, LocalDate policyDueOn) {
        sql.update(
                "update receivable set due_on = ?, payable_on = ?, policy_due_on = ?, status = ?, overdue_on = ?,"
                        + " version = version + 1, updated_at = now() where tenant = ? and id = ?",
                after.content().dueOn(),
                after.content().payableOn(),
                policyDueOn,
                after.status().label(),
                after.overdueOn(),
                tenancy.tenant(),
                after.id());
    }

    /** The account that an invoice belongs to. */
    public static Account accountOf(Invoice invoice) {
        return new Account(
                invoice.content().customerId(),
                invoice.content().sellerId(),
                invoice.outstanding().currency().getCurrencyCode());
    }

    private InvoiceRow row(String query, UUID id) {
        return sql.first(query, InvoiceRow::read, tenancy.tenant(), id)
                .orElseThrow(() -> RuleBroken.notFound("invoice-unknown", "there is no invoice with this id"));
    }
}
