package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Event;
import o2c.runtime.day.DaySweep;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * When a business day opens, declares overdue what is past its last day for payment. A statement does what
 * {@link Invoice#fallOverdue} says, for a million invoices at once; a test proves that they agree.
 */
@ApplicationScoped
class OverdueSweep implements DaySweep {

    /** How many are declared in one transaction. */
    private static final int AT_ONCE = 5000;

    private static final String DECLARE = "update receivable set status = 'overdue', overdue_on = ?,"
            + " version = version + 1, updated_at = now()"
            + " where id in (select id from receivable where tenant = ? and payable_on < ?"
            + " and outstanding > 0 and overdue_on is null order by payable_on, id limit ?)"
            + " and tenant = ? and outstanding > 0 and overdue_on is null"
            + " returning " + InvoiceRow.COLUMNS;

    private static final Comparator<Invoice> IN_ORDER = Comparator.<Invoice, String>comparing(
                    invoice -> invoice.content().customerId())
            .thenComparing(invoice -> invoice.content().payableOn())
            .thenComparing(Invoice::id);

    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;

    OverdueSweep(Sql sql, Tenancy tenancy, Outbox outbox) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    @Override
    public boolean some(LocalDate day) {
        String tenant = tenancy.tenant();
        List<Invoice> declared = sql.list(DECLARE, InvoiceRow::read, day, tenant, day, AT_ONCE, tenant).stream()
                .map(InvoiceRow::invoice)
                .sorted(IN_ORDER)
                .toList();
        outbox.announce(declared.stream().<Event>map(Invoice::declaration).toList());
        return declared.size() == AT_ONCE;
    }
}
