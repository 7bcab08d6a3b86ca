package o2c.dunning.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.charges.domain.InterestTerms;
import o2c.dunning.claims.domain.ClaimedCharges;
import o2c.dunning.claims.domain.ClaimedCharges.Cause;
import o2c.dunning.claims.domain.ClaimedCharges.Sums;
import o2c.dunning.claims.domain.ClaimedCharges.Waiver;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Claimed charges and their waivers; neither is ever changed. */
@ApplicationScoped
class ClaimedChargesBook {

    private static final String COLUMNS = "select l.charge_id, l.invoice_id, l.invoice_number, l.customer_id,"
            + " l.seller_id, l.currency, l.claimed_on, l.interest, l.fixed_sum, l.collection_costs, l.jurisdiction,"
            + " l.principal, r.payable_on, c.kind from late_charge l"
            + " left join receivable r on r.tenant = l.tenant and r.invoice_id = l.invoice_id"
            + " left join customer c on c.tenant = l.tenant and c.customer_id = l.customer_id where l.tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ChargePayments payments;

    ClaimedChargesBook(Sql sql, Tenancy tenancy, ChargePayments payments) {
        this.payments = payments;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Charges to be claimed, with what they were computed from. */
    record Entry(
            Decision<ClaimedCharges> decision, Receivable receivable, Jurisdiction jurisdiction, boolean provisional) {}

    /** Claimed charges with the facts they rest on. */
    record Stored(ClaimedCharges charges, InterestTerms.Parties parties, Money principal, LocalDate payableOn) {}

    /** Which charges a list asks for; null where any will do. */
    record Wanted(String customerId, String sellerId, String invoiceNumber) {}

    /** Stores those of invoices on which nothing was claimed for this opening, and answers them. */
    List<Entry> insert(List<Entry> entries) {
        int[] stored = sql.batch(
                "insert into late_charge (tenant, charge_id, invoice_id, opening, invoice_number, customer_id,"
                        + " seller_id, currency, jurisdiction, principal, claimed_on, interest, fixed_sum,"
                        + " collection_costs, provisional) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, invoice_id, opening) do nothing",
                entries.stream().map(this::row).toList());
        List<Entry> fresh = new ArrayList<>();
        for (int i = 0; i < stored.length; i++) {
            if (stored[i] != 0) {
                fresh.add(entries.get(i));
            }
        }
        return fresh;
    }

    void insert(UUID chargeId, Waiver waiver) {
        sql.update(
                "insert into late_charge_waiver (tenant, waiver_id, charge_id, amount, cause, waived_by, reason,"
                        + " waived_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                waiver.waiverId(),
                chargeId,
                waiver.amount().amount(),
                waiver.cause().code(),
                waiver.waivedBy(),
                waiver.reason(),
                waiver.waivedOn());
    }

    Optional<ClaimedCharges> lock(UUID chargeId) {
        return read(COLUMNS + " and l.charge_id = ? for update of l", tenancy.tenant(), chargeId).stream()
                .map(Stored::charges)
                .findFirst();
    }

    List<Stored> lockOpenOf(UUID invoiceId) {
        return read(COLUMNS + " and l.invoice_id = ? for update of l", tenancy.tenant(), invoiceId).stream()
                .filter(stored -> stored.charges.remaining().isPositive())
                .toList();
    }

    Optional<ClaimedCharges> find(UUID chargeId) {
        return read(COLUMNS + " and l.charge_id = ?", tenancy.tenant(), chargeId).stream()
                .map(Stored::charges)
                .findFirst();
    }

    /** Oldest first as of a moment, one more than the limit when there are more. */
    List<ClaimedCharges> list(Wanted wanted, Moment moment, Optional<UUID> after, int limit) {
        return read(
                        COLUMNS + " and (?::varchar is null or l.customer_id = ?) and (?::varchar is null or"
                                + " l.seller_id = ?) and (?::varchar is null or l.invoice_number = ?)"
                                + " and l.claimed_on <= ? and l.claimed_on <= ? and l.recorded_at <= ?"
                                + " and (?::uuid is null or l.charge_id > ?) order by l.charge_id limit ?",
                        tenancy.tenant(),
                        wanted.customerId,
                        wanted.customerId,
                        wanted.sellerId,
                        wanted.sellerId,
                        wanted.invoiceNumber,
                        wanted.invoiceNumber,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        after.orElse(null),
                        after.orElse(null),
                        limit + 1)
                .stream()
                .map(stored -> asOf(stored.charges, moment))
                .toList();
    }

    private ClaimedCharges asOf(ClaimedCharges charges, Moment moment) {
        if (moment.latest()) {
            return charges;
        }
        List<UUID> then = sql.list(
                "select waiver_id from late_charge_waiver where tenant = ? and charge_id = ? and waived_on <= ?"
                        + " and waived_on <= ? and recorded_at <= ?",
                row -> row.getObject(1, UUID.class),
                tenancy.tenant(),
                charges.chargeId(),
                moment.asOf(),
                moment.knownOn(),
                moment.knownAt());
        return charges.with(
                charges.waivers().stream()
                        .filter(waiver -> then.contains(waiver.waiverId()))
                        .toList(),
                payments.of(List.of(charges), moment).getOrDefault(charges.chargeId(), noMoney(charges)));
    }

    private static Money noMoney(ClaimedCharges charges) {
        return Money.zero(charges.sums().interest().currency());
    }

    private List<Stored> read(String query, Object... params) {
        List<Stored> bare = sql.list(query, ClaimedChargesBook::stored, params);
        Map<UUID, List<Waiver>> waivers = waiversOf(bare);
        Map<UUID, Money> paid = payments.of(bare.stream().map(Stored::charges).toList());
        return bare.stream()
                .map(stored -> new Stored(
                        stored.charges.with(
                                waivers.getOrDefault(stored.charges.chargeId(), List.of()),
                                paid.getOrDefault(stored.charges.chargeId(), noMoney(stored.charges))),
                        stored.parties,
                        stored.principal,
                        stored.payableOn))
                .toList();
    }

    private record OfCharge(UUID chargeId, Waiver waiver) {}

    private Map<UUID, List<Waiver>> waiversOf(List<Stored> all) {
        Map<UUID, Currency> currencies =
                all.stream().collect(Collectors.toMap(one -> one.charges.chargeId(), one -> one.principal.currency()));
        return sql
                .list(
                        "select charge_id, waiver_id, amount, cause, waived_by, reason, waived_on"
                                + " from late_charge_waiver where tenant = ? and charge_id = any(?)"
                                + " order by waiver_id",
                        row -> waiver(row, currencies),
                        tenancy.tenant(),
                        currencies.keySet().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        OfCharge::chargeId, Collectors.mapping(OfCharge::waiver, Collectors.toList())));
    }

    private static OfCharge waiver(ResultSet row, Map<UUID, Currency> currencies) throws SQLException {
        UUID chargeId = row.getObject(1, UUID.class);
        return new OfCharge(
                chargeId,
                new Waiver(
                        row.getObject(2, UUID.class),
                        money(row.getBigDecimal(3), currencies.get(chargeId)),
                        Cause.valueOf(row.getString(4).replace('-', '_').toUpperCase(Locale.ROOT)),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class)));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(6));
        String kind = row.getString(14);
        return new Stored(
                new ClaimedCharges(
                        row.getObject(1, UUID.class),
                        new ClaimedCharges.Subject(
                                row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getString(5)),
                        row.getObject(7, LocalDate.class),
                        new Sums(
                                money(row.getBigDecimal(8), currency),
                                money(row.getBigDecimal(9), currency),
                                money(row.getBigDecimal(10), currency)),
                        List.of()),
                new InterestTerms.Parties(
                        Jurisdiction.valueOf(row.getString(11)),
                        kind == null ? DebtorKind.BUSINESS : DebtorKind.ofCode(kind)),
                money(row.getBigDecimal(12), currency),
                row.getObject(13, LocalDate.class));
    }

    private Object[] row(Entry entry) {
        ClaimedCharges charges = entry.decision.next();
        return new Object[] {
            tenancy.tenant(),
            charges.chargeId(),
            charges.subject().invoiceId(),
            entry.receivable.opening(),
            charges.subject().invoiceNumber(),
            charges.subject().customerId(),
            charges.subject().sellerId(),
            entry.receivable.total().currency().getCurrencyCode(),
            entry.jurisdiction.name(),
            entry.receivable.total().amount(),
            charges.claimedOn(),
            charges.sums().interest().amount(),
            charges.sums().fixedSum().amount(),
            charges.sums().collectionCosts().amount(),
            entry.provisional
        };
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
