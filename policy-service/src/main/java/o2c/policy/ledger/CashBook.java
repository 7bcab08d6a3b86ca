package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.kernel.Money;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * Writes what moves on a customer's account without moving what he owes: money that came in or went back, late
 * charges, which are no part of any receivable, and open credits.
 */
@ApplicationScoped
class CashBook {

    static final String ENTRY =
            "insert into cash_entry (tenant, payment_id, customer_id, seller_id, kind, amount, currency,"
                    + " business_day, recorded_at, recorded_on, cause) ";

    /** Charges of an invoice are paid on its own day at the earliest, like the invoice. */
    private static final String CHARGES = ENTRY + """
             select ?, ?, ?, ?, 'charges', -sum(amount), ?, business_day, now(), ?, ?
            from (
              select p.amount, greatest(?, r.issued_on) as business_day
              from unnest(?, ?) as p(invoice_id, amount)
              left join receivable r on r.tenant = ? and r.invoice_id = p.invoice_id) part
            group by business_day""";

    private final Sql sql;
    private final Tenancy tenancy;

    CashBook(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    void received(PaymentReceived payment, Heard heard) {
        Whose whose = new Whose(payment.paymentId(), payment.customerId(), payment.sellerId());
        book(whose, new Cash("received", payment.amount(), payment.receivedOn()), heard);
    }

    void released(CashReleased cash, Heard heard) {
        Whose whose = new Whose(cash.paymentId(), cash.customerId(), cash.sellerId());
        book(whose, new Cash(cash.kind(), cash.amount().negated(), cash.releasedOn()), heard);
    }

    /** What was left of a payment that was none is gone; what it had paid is owed again, not cash again. */
    void reversed(PaymentReversed payment, Heard heard) {
        Whose whose = new Whose(payment.paymentId(), payment.customerId(), payment.sellerId());
        book(whose, new Cash("reversed", payment.unallocated().negated(), payment.reversedOn()), heard);
    }

    /** The whole credit note; what invoices take of it leaves the account again. */
    void credited(CreditNoteIssued note, Heard heard) {
        Whose whose = new Whose(note.creditNoteId(), note.customerId(), note.sellerId());
        book(whose, new Cash("credit", note.amount(), note.issuedOn()), heard);
    }

    void charged(LateChargesPaid paid, Heard heard) {
        List<PaidCharges> charges = paid.charges();
        if (charges.isEmpty()) {
            return;
        }
        Map<UUID, BigDecimal> parts = new TreeMap<>();
        charges.forEach(part ->
                parts.merge(part.invoiceId(), part.costs().plus(part.interest()).amount(), BigDecimal::add));
        sql.update(
                CHARGES,
                tenancy.tenant(),
                paid.paymentId(),
                paid.customerId(),
                paid.sellerId(),
                charges.get(0).costs().currency().getCurrencyCode(),
                heard.businessDate(),
                heard.eventId(),
                paid.allocatedOn(),
                parts.keySet().toArray(UUID[]::new),
                parts.values().toArray(BigDecimal[]::new),
                tenancy.tenant());
    }

    /** The payment or credit note that moves, and whose it is. */
    private record Whose(UUID id, String customerId, String sellerId) {}

    private record Cash(String kind, Money amount, LocalDate on) {}

    private void book(Whose whose, Cash cash, Heard heard) {
        if (cash.amount().isZero()) {
            return;
        }
        sql.update(
                ENTRY + "values (?, ?, ?, ?, ?, ?, ?, ?, now(), ?, ?)",
                tenancy.tenant(),
                whose.id(),
                whose.customerId(),
                whose.sellerId(),
                cash.kind(),
                cash.amount().amount(),
                cash.amount().currency().getCurrencyCode(),
                cash.on(),
                heard.businessDate(),
                heard.eventId());
    }
}
