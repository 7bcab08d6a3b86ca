package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.invoice.books.Read;
import o2c.invoice.payments.Debts.Granted;
import o2c.invoice.payments.Payments.CashMovement;
import o2c.invoice.payments.domain.Charges;
import o2c.invoice.payments.domain.Debt;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.payments.domain.Payment.Allocated;
import o2c.invoice.payments.domain.Payment.Undone;
import o2c.invoice.payments.domain.ReversalReason;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Undoes payments, and pays back what is left of them. */
@ApplicationScoped
class Reversals {

    /** What a payment did to each invoice, and the latest other money that stays on it. */
    private static final String DONE = """
        with did as (
          select receivable_id as id, currency,
            -coalesce(sum(amount) filter (where kind in ('allocated', 'reversed')), 0) as allocated,
            -coalesce(sum(amount) filter (where kind = 'discount'), 0) as discount,
            -coalesce(sum(amount) filter (where kind = 'small-difference'), 0) as small_difference
          from receivable_entry where tenant = ? and cause = ? group by 1, 2),
        charged as (
          select receivable_id as id, currency,
            -coalesce(sum(amount) filter (where part = 'costs'), 0) as costs,
            -coalesce(sum(amount) filter (where part = 'interest'), 0) as interest
          from charge_entry where tenant = ? and cause = ? group by 1, 2),
        others as (
          select e.receivable_id as id, e.cause from receivable_entry e join did on did.id = e.receivable_id
          where e.tenant = ? and e.cause <> ? and e.kind in ('allocated', 'reversed')
          group by 1, 2 having sum(e.amount) <> 0),
        remaining as (
          select others.id, max(p.received_on) as last_paid_on
          from others join payment p on p.id = others.cause group by 1)
        select id, currency, coalesce(allocated, 0) as allocated, coalesce(discount, 0) as discount,
          coalesce(small_difference, 0) as small_difference, coalesce(costs, 0) as costs,
          coalesce(interest, 0) as interest, last_paid_on
        from did full join charged using (id, currency) left join remaining using (id) order by id\
        """;

    private final Payments payments;
    private final Debts debts;
    private final Sql sql;
    private final Outbox outbox;
    private final Tenancy tenancy;

    Reversals(Payments payments, Debts debts, Sql sql, Outbox outbox, Tenancy tenancy) {
        this.payments = payments;
        this.debts = debts;
        this.sql = sql;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** What the payment had done to one invoice. */
    private record Done(UUID invoiceId, Granted granted, Charges charges, LocalDate lastPaidOn) {}

    /**
     * Books that a payment was none.
     *
     * @param on the business day on which the books move; the business date when null
     * @throws RuleBroken {@code payment-unknown}, {@code payment-reversed}, {@code payment-refunded},
     *     {@code reversal-before-receipt}, {@code date-in-future}
     */
    void reverse(UUID paymentId, ReversalReason reason, LocalDate on) {
        Payment payment =
                payments.locked(paymentId).orElseThrow(CashReceipts::unknown).payment();
        LocalDate today = tenancy.today();
        LocalDate day = on == null ? today : on;
        debts.lock(payment);
        List<Done> done = done(paymentId);
        Map<UUID, Debt> found = debts
                .byId(payment, done.stream().map(Done::invoiceId).toList())
                .stream()
                .collect(Collectors.toMap(debt -> debt.invoice().id(), Function.identity()));
        List<Undone> undone = done.stream()
                .map(one -> undone(one, found.get(one.invoiceId())))
                .toList();
        Decision<Allocated> decision = payment.reverse(undone, reason, day, today);
        Payment after = decision.next().payment();
        Money gone = payment.unallocated().negated();
        List<CashMovement> movements =
                gone.isZero() ? List.of() : List.of(new CashMovement("reversed", gone, day, payment.id()));
        payments.change(after, movements, gone, reason.label());
        List<Granted> granted = done.stream().map(Done::granted).toList();
        debts.reopen(payment, undone, granted, decision.next().invoices(), day);
        outbox.announce(decision.events());
    }

    /**
     * Pays back unallocated cash.
     *
     * @param part how much; all that is unallocated when null
     * @throws RuleBroken {@code payment-unknown}, {@code payment-reversed}, {@code amount-not-positive},
     *     {@code refund-exceeds-unallocated}, {@code refund-before-receipt}, {@code date-in-future}
     */
    void refund(UUID paymentId, Money part, LocalDate on) {
        Payment payment =
                payments.locked(paymentId).orElseThrow(CashReceipts::unknown).payment();
        LocalDate today = tenancy.today();
        LocalDate day = on == null ? today : on;
        Money back = part == null ? payment.unallocated() : part;
        Decision<Payment> decision = payment.release(Payment.REFUND, back, day, today);
        Money gone = back.negated();
        payments.change(decision.next(), List.of(new CashMovement("refunded", gone, day, payment.id())), gone);
        outbox.announce(decision.events());
    }

    private static Undone undone(Done done, Debt debt) {
        return new Undone(
                debt.invoice(),
                done.granted().all(),
                done.charges(),
                debt.charges().plus(done.charges()),
                done.lastPaidOn());
    }

    private List<Done> done(UUID paymentId) {
        String tenant = tenancy.tenant();
        return sql.list(DONE, Reversals::read, tenant, paymentId, tenant, paymentId, tenant, paymentId);
    }

    private static Done read(ResultSet row) throws SQLException {
        return new Done(
                Read.id(row, "id"),
                new Granted(
                        Read.money(row, "allocated"), Read.money(row, "discount"), Read.money(row, "small_difference")),
                new Charges(Read.money(row, "costs"), Read.money(row, "interest")),
                Read.day(row, "last_paid_on"));
    }
}
