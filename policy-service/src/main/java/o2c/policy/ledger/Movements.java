package o2c.policy.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.kernel.Money;
import o2c.policy.ledger.domain.CreditDay;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * Writes what makes a receivable smaller or bigger after it was issued, day for day as invoice-service books it. Late
 * charges are not among it: they never count as owed under a policy.
 */
@ApplicationScoped
class Movements {

    private static final String MOVE = """
            with part as (
              select p.invoice_id, p.amount, greatest(p.business_day, r.issued_on) as business_day
              from unnest(?, ?, ?) as p(invoice_id, amount, business_day)
              left join receivable r on r.tenant = ? and r.invoice_id = p.invoice_id),
            entry as (
            """ + Ledger.ENTRY + """
             select ?, invoice_id, ?, ?, amount, business_day, now(), ?, ? from part),
            cash as (
            """ + CashBook.ENTRY + """
             select ?, ?, ?, ?, ?, sum(amount), ?, business_day, now(), ?, ? from part where ? group by business_day),
            moved as (
             insert into receivable as r (tenant, invoice_id, customer_id, outstanding, claim_only, last_paid_on,
               last_moved_on, changed_at, changed_on)
             select ?, invoice_id, ?, amount, case when ? then -amount else 0 end, case when ? then business_day end,
               business_day, now(), ? from part
             on conflict (tenant, invoice_id) do update set outstanding = r.outstanding + excluded.outstanding,
               claim_only = r.claim_only + excluded.claim_only,
               last_paid_on = greatest(r.last_paid_on, excluded.last_paid_on),
               last_moved_on = greatest(r.last_moved_on, excluded.last_moved_on),
               changed_at = greatest(r.changed_at, excluded.changed_at),
               changed_on = greatest(r.changed_on, excluded.changed_on)
             returning r.invoice_id, r.customer_id, r.outstanding, r.rate, r.issued_on),
            total as (
             select m.customer_id, sum(case when m.issued_on <= ?
               then round(m.outstanding * m.rate, ?) - round((m.outstanding - p.amount) * m.rate, ?)
               else 0 end) as moved
             from moved m join part p using (invoice_id) group by m.customer_id)
            insert into customer_cover as c (tenant, customer_id, outstanding, uninsured)
            select ?, customer_id, moved, moved from total""" + Ledger.KEEP;

    /** Only money that stayed says when a customer pays. */
    private static final String PAID_LAST = """
            update receivable r set last_paid_on = (
              select max(e.business_day) from receivable_entry e
              where e.tenant = r.tenant and e.invoice_id = r.invoice_id and e.kind = 'paid' and not exists (
                select 1 from receivable_entry u where u.tenant = e.tenant and u.invoice_id = e.invoice_id
                  and u.kind = 'reversed' and u.reference = e.reference))
            where r.tenant = ? and r.invoice_id = any(?)""";

    private static final String FROM_THE_START = """
            select 1 from receivable_entry e
            join cash_entry c on c.tenant = e.tenant and c.payment_id = e.reference and c.cause = e.cause
              and c.kind = 'credit' and e.business_day < c.business_day
            where e.tenant = ? and e.reference = ? and e.kind = 'credited' limit 1""";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Marks marks;

    Movements(Sql sql, Tenancy tenancy, Marks marks) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.marks = marks;
    }

    /** Receivables and cash fall alike. */
    void allocated(PaymentAllocated payment, Heard heard) {
        Reason reason = new Reason("paid", payment.paymentId(), "allocated");
        Whose whose = new Whose(payment.customerId(), payment.sellerId());
        book(reason, whose, lowered(payment.allocations(), payment.bookedOn()), heard);
    }

    /** What the payment had paid is owed again, discounts and small differences granted for it included. */
    void reversed(PaymentReversed payment, Heard heard) {
        Reason reason = new Reason("reversed", payment.paymentId(), null);
        List<Part> again = payment.allocations().stream()
                .map(part -> new Part(part.invoiceId(), part.amount(), payment.reversedOn()))
                .toList();
        book(reason, new Whose(payment.customerId(), payment.sellerId()), again, heard);
        sql.update(
                PAID_LAST, tenancy.tenant(), again.stream().map(Part::invoiceId).toArray(UUID[]::new));
    }

    void discounted(DiscountTaken discount, Heard heard) {
        Reason reason = new Reason("discount", discount.paymentId(), null);
        Part part = new Part(discount.invoiceId(), discount.amount().negated(), discount.takenOn());
        book(reason, new Whose(discount.customerId(), discount.sellerId()), List.of(part), heard);
    }

    /** The books fall in any case; where the claim lives on, what is still owed does not. */
    void writtenOff(InvoiceWrittenOff gone, Heard heard) {
        String kind = gone.claimLivesOn() ? Reason.BOOKKEEPING : "written-off";
        Part part = new Part(gone.invoiceId(), gone.amount().negated(), gone.writtenOffOn());
        Reason reason = new Reason(kind, gone.writeOffId(), null);
        book(reason, new Whose(gone.customerId(), gone.sellerId()), List.of(part), heard);
    }

    void credited(CreditNoteIssued note, Heard heard) {
        CreditDay day = CreditDay.issued(note.issuedOn(), note.countsOn());
        credited(note.creditNoteId(), new Whose(note.customerId(), note.sellerId()), note.allocations(), day, heard);
    }

    void credited(CreditNoteAllocated note, Heard heard) {
        boolean fromTheStart = sql.first(FROM_THE_START, row -> true, tenancy.tenant(), note.creditNoteId())
                .isPresent();
        CreditDay day = new CreditDay(note.bookedOn(), fromTheStart);
        credited(note.creditNoteId(), new Whose(note.customerId(), note.sellerId()), note.allocations(), day, heard);
    }

    private void credited(UUID noteId, Whose whose, List<Allocation> allocations, CreditDay day, Heard heard) {
        Map<UUID, LocalDate> days = new HashMap<>();
        sql.list(
                "select invoice_id, issued_on, coalesce(agreed_due_on, due_on) from receivable where tenant = ?"
                        + " and invoice_id = any(?) and issued_on is not null",
                row -> days.put(
                        row.getObject(1, UUID.class),
                        day.of(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))),
                tenancy.tenant(),
                allocations.stream().map(Allocation::invoiceId).toArray(UUID[]::new));
        List<Part> parts = allocations.stream()
                .map(part -> new Part(
                        part.invoiceId(), part.amount().negated(), days.getOrDefault(part.invoiceId(), day.bookedOn())))
                .toList();
        book(new Reason("credited", noteId, "credit-allocated"), whose, parts, heard);
    }

    /**
     * Why something moves.
     *
     * @param reference the payment, credit note or write-off
     * @param account the kind under which the account moves by the same amount, or null when it does not
     */
    private record Reason(String kind, UUID reference, String account) {

        static final String BOOKKEEPING = "bookkeeping";

        boolean claimLivesOn() {
            return kind.equals(BOOKKEEPING);
        }

        boolean isMoney() {
            return kind.equals("paid");
        }
    }

    private record Whose(String customerId, String sellerId) {}

    /** How one receivable moves, on which day at the earliest. */
    private record Part(UUID invoiceId, Money amount, LocalDate on) {

        Part plus(Part other) {
            return new Part(invoiceId, amount.plus(other.amount), on);
        }
    }

    private static List<Part> lowered(List<Allocation> allocations, LocalDate on) {
        return allocations.stream()
                .map(part -> new Part(part.invoiceId(), part.amount().negated(), on))
                .toList();
    }

    private void book(Reason reason, Whose whose, List<Part> all, Heard heard) {
        if (all.isEmpty()) {
            return;
        }
        Map<UUID, Part> parts = new TreeMap<>();
        all.forEach(part -> parts.merge(part.invoiceId(), part, Part::plus));
        move(reason, whose, List.copyOf(parts.values()), heard);
        marks.mark(whose.customerId());
    }

    private void move(Reason reason, Whose whose, List<Part> parts, Heard heard) {
        int digits = tenancy.baseCurrency().getDefaultFractionDigits();
        sql.update(
                MOVE,
                parts.stream().map(Part::invoiceId).toArray(UUID[]::new),
                parts.stream().map(part -> part.amount().amount()).toArray(BigDecimal[]::new),
                parts.stream().map(Part::on).toArray(LocalDate[]::new),
                tenancy.tenant(),
                tenancy.tenant(),
                reason.kind(),
                reason.reference(),
                heard.businessDate(),
                heard.eventId(),
                tenancy.tenant(),
                reason.reference(),
                whose.customerId(),
                whose.sellerId(),
                reason.account() == null ? "" : reason.account(),
                parts.get(0).amount().currency().getCurrencyCode(),
                heard.businessDate(),
                heard.eventId(),
                reason.account() != null,
                tenancy.tenant(),
                whose.customerId(),
                reason.claimLivesOn(),
                reason.isMoney(),
                heard.businessDate(),
                tenancy.today(),
                digits,
                digits,
                tenancy.tenant());
    }
}
