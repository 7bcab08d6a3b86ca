package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.dunning.cases.domain.Movement;
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

    /** Things the ledger announces about a receivable, each counted, or its latest day kept, in columns. */
    enum Mark {
        SETTLED("settlements", null),
        REOPENED("reopenings", "lifted_on"),
        OVERDUE("overdues", "overdue_on"),
        WITHDRAWN("withdrawals", "lifted_on"),
        DEFERRED(null, "lifted_on");

        private final String counter;
        private final String latest;

        Mark(String counter, String latest) {
            this.counter = counter;
            this.latest = latest;
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

        Fact valued(LocalDate on) {
            return new Fact(causeId, invoiceId, customerId, knownOn, on);
        }
    }

    /** The days of an earlier heard change stay: the ledger announced it later. */
    void issued(InvoiceIssued e, LocalDate knownOn) {
        sql.update(
                "insert into receivable as r (tenant, invoice_id, customer_id, seller_id, invoice_number, currency,"
                        + " total, rate, issued_on, due_on, payable_on, agreed_due_on, agreed_payable_on, known_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, invoice_id) do update set"
                        + " seller_id = excluded.seller_id, invoice_number = excluded.invoice_number,"
                        + " currency = excluded.currency, total = excluded.total, rate = excluded.rate,"
                        + " issued_on = excluded.issued_on, due_on = coalesce(r.due_on, excluded.due_on),"
                        + " payable_on = coalesce(r.payable_on, excluded.payable_on),"
                        + " agreed_due_on = excluded.agreed_due_on, agreed_payable_on = excluded.agreed_payable_on,"
                        + " known_on = excluded.known_on where r.total is null",
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
                e.dueOn(),
                e.payableOn(),
                knownOn);
    }

    /** How far dunning had got before the receivable was taken over; counts for its first opening. */
    void takenOver(UUID invoiceId, int level, LocalDate lastStepOn) {
        sql.update(
                "update receivable set level_reached = ?, level_reached_on = ?, step_opening = 1, step_level = ?,"
                        + " last_step_on = ?, last_written_on = ? where tenant = ? and invoice_id = ?"
                        + " and step_opening is null",
                level,
                lastStepOn,
                level,
                lastStepOn,
                lastStepOn,
                tenancy.tenant(),
                invoiceId);
    }

    /** Other days count from now on, unless the ledger has announced yet others since. */
    void due(Fact fact, long sequence, LocalDate dueOn, LocalDate payableOn) {
        sql.update(
                "insert into due_day (tenant, cause_id, invoice_id, sequence, due_on, payable_on, known_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                fact.causeId,
                fact.invoiceId,
                sequence,
                dueOn,
                payableOn,
                fact.knownOn);
        sql.update(
                "insert into receivable as r (tenant, invoice_id, customer_id, due_on, payable_on, due_sequence)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (tenant, invoice_id) do update set"
                        + " due_on = excluded.due_on, payable_on = excluded.payable_on,"
                        + " due_sequence = excluded.due_sequence"
                        + " where r.due_sequence is null or r.due_sequence < excluded.due_sequence",
                tenancy.tenant(),
                fact.invoiceId,
                fact.customerId,
                dueOn,
                payableOn,
                sequence);
    }

    /** So much less is owed, or more when negative; what lives on is still owed and summed apart. */
    void lowered(Fact fact, Movement.Kind kind, Money amount, UUID paymentId) {
        enter(fact, kind.code(), amount, paymentId);
        sum(fact, kind == Movement.Kind.LIVES_ON ? "lives_on" : "allocated", amount);
    }

    /** A dispute contests this much more, or less when negative. */
    void contested(Fact fact, Money amount) {
        enter(fact, "contested", amount, null);
        sum(fact, "contested", amount);
    }

    void marked(Fact fact, Mark mark) {
        enter(fact, mark.kind(), null, null);
        if (mark.counter != null) {
            keep(fact, mark.counter, 1, "r.%1$s + excluded.%1$s");
        }
        if (mark.latest != null) {
            keep(fact, mark.latest, fact.valuedOn, "greatest(r.%1$s, excluded.%1$s)");
        }
    }

    private void sum(Fact fact, String column, Money amount) {
        keep(fact, column, amount.amount(), "r.%1$s + excluded.%1$s");
    }

    /** Makes the row, or joins its column with the new value. */
    private void keep(Fact fact, String column, Object value, String joined) {
        sql.update(
                "insert into receivable as r (tenant, invoice_id, customer_id, " + column + ") values (?, ?, ?, ?)"
                        + " on conflict (tenant, invoice_id) do update set " + column + " = "
                        + joined.formatted(column),
                tenancy.tenant(),
                fact.invoiceId,
                fact.customerId,
                value);
    }

    private void enter(Fact fact, String kind, Money amount, UUID paymentId) {
        sql.update(
                "insert into receivable_entry (tenant, cause_id, invoice_id, kind, amount, known_on, valued_on,"
                        + " payment_id) values (?, ?, ?, ?, coalesce(?, 0), ?, ?, ?)",
                tenancy.tenant(),
                fact.causeId,
                fact.invoiceId,
                kind,
                amount == null ? null : amount.amount(),
                fact.knownOn,
                fact.valuedOn,
                paymentId);
    }
}
