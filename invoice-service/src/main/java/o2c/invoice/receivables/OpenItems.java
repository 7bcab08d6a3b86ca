package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The open invoices of one customer and seller, locked for whoever sets money against them. */
@ApplicationScoped
public class OpenItems {

    private static final String IN_ORDER = " order by due_on, issued_on, invoice_number for update";
    private static final String OF_CUSTOMER =
            " where tenant = ? and customer_id = ? and seller_id = ? and currency = ?";
    private static final String OPEN = OF_CUSTOMER + " and outstanding > 0 and issued_on <= ?";

    /** What the order of law reaches with the amount, and whatever the reference or the amount points at. */
    private static final String WITHIN_REACH = InvoiceRow.SELECT + OPEN + " and id in (select id from ("
            + "select id, outstanding, invoice_number, sum(outstanding)"
            + " over (order by due_on, issued_on, invoice_number) - outstanding as before from receivable" + OPEN
            + ") queue where before < ? or outstanding = ? or invoice_number = ?)" + IN_ORDER;

    private static final String BOOK = """
            with paid as (
              select * from unnest(?, ?, ?, ?, ?, ?, ?) as t(
                id, outstanding, status, overdue_on, last_paid_on, amount, business_day)),
            changed as (
              update receivable r set outstanding = paid.outstanding, status = paid.status,
                overdue_on = paid.overdue_on, last_paid_on = paid.last_paid_on, version = r.version + 1,
                updated_at = now()
              from paid where r.id = paid.id and r.tenant = ?
              returning r.tenant, r.id, r.customer_id, r.seller_id, r.currency)
            insert into receivable_entry (tenant, receivable_id, customer_id, seller_id, currency, kind, amount,
              business_day, recorded_on, cause)
            select tenant, id, customer_id, seller_id, currency, 'allocated', -amount, business_day, ?, ?
            from changed join paid using (id)""";

    private final Sql sql;
    private final Tenancy tenancy;

    OpenItems(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Whose open items are meant. */
    public record Account(String customerId, String sellerId, String currency) {}

    /**
     * An invoice after money was set against it.
     *
     * @param countsFrom the business day of the entry
     */
    public record Paid(Invoice after, Money amount, LocalDate countsFrom) {}

    /** Those invoices of the account that have these numbers, open or not. */
    public List<Invoice> named(Account account, List<String> invoiceNumbers) {
        return invoices(
                InvoiceRow.SELECT + OF_CUSTOMER + " and invoice_number = any(?)" + IN_ORDER,
                tenancy.tenant(),
                account.customerId(),
                account.sellerId(),
                account.currency(),
                invoiceNumbers.toArray(String[]::new));
    }

    /**
     * The open invoices that money may go to: in the order of law as far as it reaches, those open for exactly this
     * amount, and the one with the quoted number. Invoices issued after the business date are left out.
     */
    public List<Invoice> withinReach(Account account, Money amount, String quoted) {
        String tenant = tenancy.tenant();
        LocalDate today = tenancy.today();
        return invoices(
                WITHIN_REACH,
                tenant,
                account.customerId(),
                account.sellerId(),
                account.currency(),
                today,
                tenant,
                account.customerId(),
                account.sellerId(),
                account.currency(),
                today,
                amount.amount(),
                amount.amount(),
                quoted);
    }

    /** Keeps the invoices as they are now and books what was set against them; {@code cause} is the payment. */
    public void book(UUID cause, List<Paid> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<Paid> paid = new Columns<>(all);
        sql.update(
                BOOK,
                paid.ids(one -> one.after().id()),
                paid.amounts(one -> one.after().outstanding()),
                paid.texts(one -> one.after().status().label()),
                paid.days(one -> one.after().overdueOn()),
                paid.days(one -> one.after().lastPaidOn()),
                paid.amounts(Paid::amount),
                paid.days(Paid::countsFrom),
                tenancy.tenant(),
                tenancy.today(),
                cause);
    }

    private List<Invoice> invoices(String query, Object... params) {
        return sql.list(query, InvoiceRow::read, params).stream()
                .map(InvoiceRow::invoice)
                .toList();
    }
}
