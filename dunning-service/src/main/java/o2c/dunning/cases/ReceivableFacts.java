package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * Keeps what happened to receivables: an entry that never changes, and the sum of all entries in the receivable's row.
 * Whatever comes first makes the row; only sums and counts are kept, so that any order ends in the same state.
 */
@ApplicationScoped
class ReceivableFacts {

    private final Sql sql;
    private final Tenancy tenancy;

    ReceivableFacts(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Things the ledger announces about a receivable, each counted in a column of its own. */
    enum Mark {
        SETTLED("settlements"),
        REOPENED("reopenings"),
        OVERDUE("overdues"),
        WITHDRAWN("withdrawals");

        private final String column;

        Mark(String column) {
            this.column = column;
        }

        private String kind() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What happened to which receivable, by which cause.
     *
     * @param knownOn the business day on which it became known
     * @param valuedOn the day it counts from: for money the day it reached the account
     */
    record Fact(UUID causeId, UUID invoiceId, String customerId, LocalDate knownOn, LocalDate valuedOn) {

        Fact(UUID causeId, UUID invoiceId, String customerId, LocalDate knownOn) {
            this(causeId, invoiceId, customerId, knownOn, knownOn);
        }
    }

    void issued(InvoiceIssued e, LocalDate knownOn) {
        sql.update(
                "insert into receivable as r (tenant, invoice_id, customer_id, seller_id, invoice_number, currency,"
                        + " total, rate, issued_on, due_on, payable_on, known_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, invoice_id) do update set"
                        + " seller_id = excluded.seller_id, invoice_number = excluded.invoice_number,"
                        + " currency = excluded.currency, total = excluded.total, rate = excluded.rate,"
                        + " issued_on = excluded.issued_on, due_on = excluded.due_on,"
                        + " payable_on = excluded.payable_on, known_on = excluded.known_on where r.total is null",
                tenancy.tenant(),
                e.invoiceId(),
                e.customerId(),
                e.sellerId(),
                e.invoiceNumber(),
                e.total().currency().getCurrencyCode(),
                e.total().amount(),
                e.rate(),
                e.issuedOn(),
                e.dueOn(),
                e.payableOn(),
                knownOn);
    }

    void allocated(Fact fact, Money amount) {
        add(fact, "allocated", amount);
    }

    /** A dispute contests this much more, or less when negative. */
    void contested(Fact fact, Money amount) {
        add(fact, "contested", amount);
    }

    void marked(Fact fact, Mark mark) {
        enter(fact, mark.kind(), null);
        sql.update(
                "insert into receivable as r (tenant, invoice_id, customer_id, " + mark.column + ") values (?, ?, ?, 1)"
                        + " on conflict (tenant, invoice_id) do update set " + mark.column + " = r." + mark.column
                        + " + 1",
                tenancy.tenant(),
                fact.invoiceId,
                fact.customerId);
    }

    private void add(Fact fact, String kind, Money amount) {
        enter(fact, kind, amount);
        sql.update(
                "insert into receivable as r (tenant, invoice_id, customer_id, " + kind + ") values (?, ?, ?, ?)"
                        + " on conflict (tenant, invoice_id) do update set " + kind + " = r." + kind + " + excluded."
                        + kind,
                tenancy.tenant(),
                fact.invoiceId,
                fact.customerId,
                amount.amount());
    }

    private void enter(Fact fact, String kind, Money amount) {
        sql.update(
                "insert into receivable_entry (tenant, cause_id, invoice_id, kind, amount, known_on, valued_on)"
                        + " values (?, ?, ?, ?, coalesce(?, 0), ?, ?)",
                tenancy.tenant(),
                fact.causeId,
                fact.invoiceId,
                kind,
                amount == null ? null : amount.amount(),
                fact.knownOn,
                fact.valuedOn);
    }
}
