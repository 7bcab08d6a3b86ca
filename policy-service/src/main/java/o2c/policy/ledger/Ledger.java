package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.contracts.DunningEvent.DisputeResolved;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * Writes our own copy of the ledger: one entry per fact, and in the same statement the kept sums. Sums only ever add
 * up, and what comes before its invoice makes a stub row, so the order of arrival does not matter.
 * The kept row of the customer's cover moves in the same statement: it must never be seen without the fact.
 */
@ApplicationScoped
class Ledger {

    /** Moves a customer's kept sum; what is new counts as uninsured until the derivation has looked at it. */
    static final String KEEP = """

            on conflict (tenant, customer_id) do update set
              outstanding = c.outstanding + excluded.outstanding,
              insured = least(c.insured, greatest(c.outstanding + excluded.outstanding, 0)),
              uninsured = c.outstanding + excluded.outstanding
                - least(c.insured, greatest(c.outstanding + excluded.outstanding, 0)),
              fresh = false""";

    static final String ENTRY =
            "insert into receivable_entry (tenant, invoice_id, kind, reference, amount, business_day, recorded_at,"
                    + " recorded_on, cause) ";

    private static final String ISSUE = "with entry as (" + ENTRY + """
             values (?, ?, 'issued', ?, ?, ?, now(), ?, ?)),
            known as (
             insert into receivable as r (tenant, invoice_id, customer_id, seller_id, invoice_number, currency, total,
               rate, net_amount, issued_on, due_on, delivered_on, outstanding, dated_ahead, changed_at, changed_on)
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?)
             on conflict (tenant, invoice_id) do update set seller_id = excluded.seller_id,
               invoice_number = excluded.invoice_number, currency = excluded.currency, total = excluded.total,
               rate = excluded.rate, net_amount = excluded.net_amount, issued_on = excluded.issued_on,
               first_due_on = case when r.due_on is not null then excluded.due_on end,
               due_on = coalesce(r.due_on, excluded.due_on), delivered_on = excluded.delivered_on,
               dated_ahead = excluded.dated_ahead,
               outstanding = r.outstanding + excluded.outstanding,
               changed_at = greatest(r.changed_at, excluded.changed_at),
               changed_on = greatest(r.changed_on, excluded.changed_on)
             returning r.customer_id,
               case when r.dated_ahead then 0 else round(r.outstanding * r.rate, ?) end as moved)
            insert into customer_cover as c (tenant, customer_id, outstanding, uninsured)
            select ?, customer_id, moved, moved from known""" + KEEP;

    private static final String DUE = """
            with told as (
             insert into receivable_due_day (tenant, invoice_id, due_on, recorded_at, recorded_on, cause)
             values (?, ?, ?, now(), ?, ?)),
            known as (
             insert into receivable as r (tenant, invoice_id, customer_id, due_on, agreed_due_on, changed_at,
               changed_on)
             values (?, ?, ?, ?, ?, now(), ?)
             on conflict (tenant, invoice_id) do update set first_due_on = coalesce(r.first_due_on, r.due_on),
               due_on = excluded.due_on, agreed_due_on = excluded.agreed_due_on,
               changed_at = greatest(r.changed_at, excluded.changed_at),
               changed_on = greatest(r.changed_on, excluded.changed_on))
            insert into customer_cover as c (tenant, customer_id) values (?, ?)""" + KEEP;

    private static final String DISPUTE = "with entry as (" + ENTRY + """
             values (?, ?, 'disputed', ?, ?, ?, now(), ?, ?)),
            known as (
             insert into receivable as r (tenant, invoice_id, customer_id, disputed, changed_at, changed_on)
             values (?, ?, ?, ?, now(), ?)
             on conflict (tenant, invoice_id) do update set disputed = r.disputed + excluded.disputed,
               changed_at = greatest(r.changed_at, excluded.changed_at),
               changed_on = greatest(r.changed_on, excluded.changed_on))
            insert into customer_cover as c (tenant, customer_id) values (?, ?)""" + KEEP;

    private static final String RESOLVE =
            "with opened as (select coalesce(sum(amount), 0) as amount from receivable_entry where tenant = ?"
                    + " and reference = ? and kind = 'disputed'), entry as (" + ENTRY
                    + """
             select ?, ?, 'undisputed', ?, -amount, ?, now(), ?, ? from opened),
            known as (
             update receivable set disputed = disputed - (select amount from opened),
               changed_at = greatest(changed_at, now()), changed_on = greatest(changed_on, ?)
             where tenant = ? and invoice_id = ?)
            insert into customer_cover as c (tenant, customer_id) values (?, ?)"""
                    + KEEP;

    private final Sql sql;
    private final Tenancy tenancy;
    private final Marks marks;

    Ledger(Sql sql, Tenancy tenancy, Marks marks) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.marks = marks;
    }

    void issued(InvoiceIssued invoice, Heard heard) {
        BigDecimal total = invoice.total().amount();
        boolean datedAhead = invoice.issuedOn().isAfter(tenancy.today());
        sql.update(
                ISSUE,
                tenancy.tenant(),
                invoice.invoiceId(),
                invoice.invoiceId(),
                total,
                invoice.issuedOn(),
                heard.businessDate(),
                heard.eventId(),
                tenancy.tenant(),
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.sellerId(),
                invoice.invoiceNumber(),
                invoice.total().currency().getCurrencyCode(),
                total,
                invoice.rate(),
                invoice.netAmount() == null ? null : invoice.netAmount().amount(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.deliveredOn(),
                total,
                datedAhead,
                heard.businessDate(),
                tenancy.baseCurrency().getDefaultFractionDigits(),
                tenancy.tenant());
        marks.mark(invoice.customerId());
    }

    /**
     * The day that policies count from is the one invoice-service tells: a correction moves it, a deferral does not.
     * The day agreed with the customer is kept for credit notes.
     */
    void dueDateChanged(DueDateChanged change, Heard heard) {
        sql.update(
                DUE,
                tenancy.tenant(),
                change.invoiceId(),
                change.policyDueOn(),
                heard.businessDate(),
                heard.eventId(),
                tenancy.tenant(),
                change.invoiceId(),
                change.customerId(),
                change.policyDueOn(),
                change.dueOn(),
                heard.businessDate(),
                tenancy.tenant(),
                change.customerId());
        marks.mark(change.customerId());
    }

    void disputed(DisputeOpened dispute, Heard heard) {
        BigDecimal amount = dispute.amount().amount();
        sql.update(
                DISPUTE,
                tenancy.tenant(),
                dispute.invoiceId(),
                dispute.disputeId(),
                amount,
                dispute.openedOn(),
                heard.businessDate(),
                heard.eventId(),
                tenancy.tenant(),
                dispute.invoiceId(),
                dispute.customerId(),
                amount,
                heard.businessDate(),
                tenancy.tenant(),
                dispute.customerId());
        marks.mark(dispute.customerId());
    }

    void resolved(DisputeResolved dispute, Heard heard) {
        sql.update(
                RESOLVE,
                tenancy.tenant(),
                dispute.disputeId(),
                tenancy.tenant(),
                dispute.invoiceId(),
                dispute.disputeId(),
                dispute.resolvedOn(),
                heard.businessDate(),
                heard.eventId(),
                heard.businessDate(),
                tenancy.tenant(),
                dispute.invoiceId(),
                tenancy.tenant(),
                dispute.customerId());
        marks.mark(dispute.customerId());
    }

    /** Where a customer is seated, what it is and whose subsidiary. */
    record Seat(String country, String kind, String parentId, String segment) {}

    void seated(String customerId, Seat seat, Heard heard) {
        sql.update(
                "with told as (insert into customer_country (tenant, customer_id, country, kind, parent_id, segment,"
                        + " business_day, recorded_at, recorded_on, cause) values (?, ?, ?, ?, ?, ?, ?, now(), ?, ?))"
                        + " insert into customer_cover as c (tenant, customer_id) values (?, ?)" + KEEP,
                tenancy.tenant(),
                customerId,
                seat.country(),
                seat.kind(),
                seat.parentId(),
                seat.segment(),
                heard.businessDate(),
                heard.businessDate(),
                heard.eventId(),
                tenancy.tenant(),
                customerId);
        marks.mark(customerId);
    }
}
