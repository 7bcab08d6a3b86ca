package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.contracts.DunningEvent.DisputeResolved;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.kernel.Money;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * Writes our own copy of the ledger: one entry per fact, and in the same statement the kept sums. Sums only ever add
 * up, and a dispute makes a stub row for an invoice that is not known yet, so the order between topics does not matter.
 * The kept row of the customer's cover moves in the same statement: it must never be seen without the fact.
 */
@ApplicationScoped
class Ledger {

    /** Moves a customer's kept sum; what is new counts as uninsured until the derivation has looked at it. */
    private static final String KEEP = """

            on conflict (tenant, customer_id) do update set
              outstanding = c.outstanding + excluded.outstanding,
              insured = least(c.insured, greatest(c.outstanding + excluded.outstanding, 0)),
              uninsured = c.outstanding + excluded.outstanding
                - least(c.insured, greatest(c.outstanding + excluded.outstanding, 0)),
              fresh = false""";

    private static final String ENTRY =
            "insert into receivable_entry (tenant, invoice_id, kind, reference, amount, business_day, recorded_at,"
                    + " recorded_on, cause) ";

    private static final String ISSUE = "with entry as (" + ENTRY + """
             values (?, ?, 'issued', ?, ?, ?, now(), ?, ?)),
            known as (
             insert into receivable as r (tenant, invoice_id, customer_id, seller_id, invoice_number, currency, total,
               rate, net_amount, issued_on, due_on, delivered_on, outstanding, changed_at, changed_on)
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?)
             on conflict (tenant, invoice_id) do update set seller_id = excluded.seller_id,
               invoice_number = excluded.invoice_number, currency = excluded.currency, total = excluded.total,
               rate = excluded.rate, net_amount = excluded.net_amount, issued_on = excluded.issued_on,
               due_on = excluded.due_on, delivered_on = excluded.delivered_on,
               outstanding = r.outstanding + excluded.outstanding,
               changed_at = greatest(r.changed_at, excluded.changed_at),
               changed_on = greatest(r.changed_on, excluded.changed_on))
            insert into customer_cover as c (tenant, customer_id, outstanding, uninsured) values (?, ?, ?, ?)""" + KEEP;

    private static final String ALLOCATE =
            "with part as (select * from unnest(?, ?) as p(invoice_id, amount)), entry as (" + ENTRY + """
             select ?, invoice_id, 'paid', ?, -amount, ?, now(), ?, ? from part),
            paid as (
             update receivable r set outstanding = r.outstanding - p.amount,
               last_paid_on = greatest(r.last_paid_on, ?), changed_at = greatest(r.changed_at, now()),
               changed_on = greatest(r.changed_on, ?)
             from part p where r.tenant = ? and r.invoice_id = p.invoice_id
             returning r.customer_id, case when r.issued_on <= ?
               then round(r.outstanding * r.rate, ?) - round((r.outstanding + p.amount) * r.rate, ?)
               else 0 end as moved)
            insert into customer_cover as c (tenant, customer_id, outstanding, uninsured)
            select ?, customer_id, sum(moved), sum(moved) from paid group by customer_id""" + KEEP;

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
        BigDecimal kept = invoice.issuedOn().isAfter(tenancy.today())
                ? BigDecimal.ZERO
                : invoice.base().amount();
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
                heard.businessDate(),
                tenancy.tenant(),
                invoice.customerId(),
                kept,
                kept);
        marks.mark(invoice.customerId());
    }

    void received(PaymentReceived payment, Heard heard) {
        cash(
                new Cash(
                        payment.paymentId(),
                        payment.customerId(),
                        payment.sellerId(),
                        "received",
                        payment.amount(),
                        payment.receivedOn()),
                heard);
    }

    void allocated(PaymentAllocated payment, Heard heard) {
        Map<UUID, BigDecimal> parts = new TreeMap<>();
        payment.allocations()
                .forEach(part -> parts.merge(part.invoiceId(), part.amount().amount(), BigDecimal::add));
        if (parts.isEmpty()) {
            return;
        }
        int digits = tenancy.baseCurrency().getDefaultFractionDigits();
        sql.update(
                ALLOCATE,
                parts.keySet().toArray(UUID[]::new),
                parts.values().toArray(BigDecimal[]::new),
                tenancy.tenant(),
                payment.paymentId(),
                payment.bookedOn(),
                heard.businessDate(),
                heard.eventId(),
                payment.bookedOn(),
                heard.businessDate(),
                tenancy.tenant(),
                tenancy.today(),
                digits,
                digits,
                tenancy.tenant());
        Currency currency = payment.allocations().get(0).amount().currency();
        Money all =
                Money.sum(payment.allocations().stream().map(Allocation::amount).toList(), currency);
        cash(
                new Cash(
                        payment.paymentId(),
                        payment.customerId(),
                        payment.sellerId(),
                        "allocated",
                        all.negated(),
                        payment.bookedOn()),
                heard);
        marks.mark(payment.customerId());
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

    void seated(String customerId, String country, Heard heard) {
        sql.update(
                "with told as (insert into customer_country (tenant, customer_id, country, business_day, recorded_at,"
                        + " recorded_on, cause) values (?, ?, ?, ?, now(), ?, ?))"
                        + " insert into customer_cover as c (tenant, customer_id) values (?, ?)" + KEEP,
                tenancy.tenant(),
                customerId,
                country,
                heard.businessDate(),
                heard.businessDate(),
                heard.eventId(),
                tenancy.tenant(),
                customerId);
        marks.mark(customerId);
    }

    /** One movement of money that came in. */
    private record Cash(
            UUID paymentId, String customerId, String sellerId, String kind, Money amount, LocalDate receivedOn) {}

    private void cash(Cash cash, Heard heard) {
        sql.update(
                "insert into cash_entry (tenant, payment_id, customer_id, seller_id, kind, amount, currency,"
                        + " business_day, recorded_at, recorded_on, cause) values (?, ?, ?, ?, ?, ?, ?, ?, now(), ?, ?)",
                tenancy.tenant(),
                cash.paymentId(),
                cash.customerId(),
                cash.sellerId(),
                cash.kind(),
                cash.amount().amount(),
                cash.amount().currency().getCurrencyCode(),
                cash.receivedOn(),
                heard.businessDate(),
                heard.eventId());
    }
}
