package o2c.dunning.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.dunning.claims.domain.ClaimedCharges;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What was paid of the charges of invoices; it pays the claims on an invoice oldest first. */
@ApplicationScoped
class ChargePayments {

    private static final LocalDate EVER_ON = LocalDate.of(9999, 12, 31);
    private static final Moment EVER = new Moment(EVER_ON, Instant.parse("9999-12-31T00:00:00Z"), EVER_ON, true);

    private static final String SHARES = """
        select charge_id, least(greatest(paid - before, 0), owed) from (
          select l.charge_id, l.owed, p.paid, coalesce(sum(l.owed) over (partition by l.invoice_id
            order by l.charge_id rows between unbounded preceding and 1 preceding), 0) as before
          from (
            select c.charge_id, c.invoice_id, c.interest + c.fixed_sum + c.collection_costs - coalesce((
              select sum(w.amount) from late_charge_waiver w where w.tenant = c.tenant
              and w.charge_id = c.charge_id and w.waived_on <= ? and w.waived_on <= ? and w.recorded_at <= ?), 0)
              as owed
            from late_charge c where c.tenant = ? and c.invoice_id = any(?)) l
          join (
            select invoice_id, sum(amount) as paid from late_charge_payment where tenant = ?
            and invoice_id = any(?) and booked_on <= ? and known_on <= ? and recorded_at <= ?
            group by invoice_id) p on p.invoice_id = l.invoice_id) shares\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    ChargePayments(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** So much of an invoice's charges was paid, or is claimed again when the sign says so. */
    void enter(Heard heard, UUID paymentId, PaidCharges part, int sign, LocalDate bookedOn) {
        BigDecimal amount = part.costs().plus(part.interest()).amount();
        sql.update(
                "insert into late_charge_payment (tenant, cause_id, invoice_id, payment_id, amount, booked_on,"
                        + " known_on) values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                heard.eventId(),
                part.invoiceId(),
                paymentId,
                sign < 0 ? amount.negate() : amount,
                bookedOn,
                heard.businessDate());
    }

    /** What is paid of each of these charges; those of which nothing is may be missing. */
    Map<UUID, Money> of(Collection<ClaimedCharges> charges) {
        return of(charges, EVER);
    }

    /** The same as of a moment. */
    Map<UUID, Money> of(Collection<ClaimedCharges> charges, Moment moment) {
        Map<UUID, Currency> currencies = charges.stream()
                .collect(Collectors.toMap(
                        ClaimedCharges::chargeId, one -> one.sums().interest().currency()));
        UUID[] invoices = charges.stream()
                .map(one -> one.subject().invoiceId())
                .distinct()
                .toArray(UUID[]::new);
        return sql
                .list(
                        SHARES,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBigDecimal(2)),
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        tenancy.tenant(),
                        invoices,
                        tenancy.tenant(),
                        invoices,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt())
                .stream()
                .filter(share -> currencies.containsKey(share.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        share -> Money.padded(share.getValue().stripTrailingZeros(), currencies.get(share.getKey()))));
    }
}
