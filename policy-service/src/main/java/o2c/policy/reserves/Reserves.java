package o2c.policy.reserves;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.contracts.PolicyEvent.ReserveChanged;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.reserves.domain.LateBucket;
import o2c.policy.reserves.domain.Reserve;
import o2c.policy.reserves.domain.ReserveTerms;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The reserves of an organisation and what moved them. */
@ApplicationScoped
class Reserves {

    private static final String ROLLS = """
            with late as (
              select case when outstanding + claim_only > 0 then ? - due_on else last_paid_on - due_on end as days
              from receivable where tenant = ? and issued_on > ? and issued_on <= ? and due_on is not null)
            select count(*), count(*) filter (where days > 0), count(*) filter (where days > 30),
              count(*) filter (where days > 60), count(*) filter (where days > 90) from late""";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final ObjectMapper json;

    Reserves(Sql sql, Tenancy tenancy, Outbox outbox, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.json = json;
    }

    /** A reserve and the number of its changes. */
    record Versioned(Reserve reserve, int version) {}

    /** One movement. */
    record Entry(
            UUID entryId,
            String cause,
            Money amount,
            Money fund,
            Money target,
            LocalDate changedOn,
            String customerId,
            String reason) {}

    /** Why something moved; both may be null. */
    record Because(String customerId, String reason) {

        static final Because ASSESSED = new Because(null, null);
    }

    /** How many of our own receivables of a period came so far. */
    record Reached(LateBucket bucket, long count) {}

    Optional<Versioned> find(String reserveId) {
        return one(reserveId, "");
    }

    Versioned require(String reserveId) {
        return find(reserveId).orElseThrow(() -> unknown(reserveId));
    }

    Versioned take(String reserveId) {
        return one(reserveId, " for update").orElseThrow(() -> unknown(reserveId));
    }

    Versioned put(String reserveId, ReserveTerms terms) {
        sql.update(
                "insert into reserve as r (tenant, reserve_id, terms, currency, version) values (?, ?, ?::jsonb, ?, 1)"
                        + " on conflict (tenant, reserve_id) do update set terms = excluded.terms,"
                        + " version = r.version + case when r.terms = excluded.terms then 0 else 1 end",
                tenancy.tenant(),
                reserveId,
                written(terms),
                tenancy.baseCurrency().getCurrencyCode());
        return require(reserveId);
    }

    /** Keeps a decision, its entry and its event. */
    Versioned keep(Versioned before, Decision<Reserve> decided, Because because) {
        Reserve next = decided.next();
        ReserveChanged changed = (ReserveChanged) decided.events().get(0);
        sql.update(
                "update reserve set fund = ?, target = ?, assessed_on = ?, version = version + 1"
                        + " where tenant = ? and reserve_id = ?",
                next.fund().amount(),
                next.target().amount(),
                next.assessedOn(),
                tenancy.tenant(),
                next.reserveId());
        sql.update(
                "insert into reserve_entry (tenant, entry_id, reserve_id, cause, amount, fund, target, changed_on,"
                        + " customer_id, reason, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                Ids.next(),
                next.reserveId(),
                changed.cause(),
                changed.movement().amount(),
                next.fund().amount(),
                next.target().amount(),
                tenancy.today(),
                because.customerId(),
                because.reason(),
                tenancy.today());
        outbox.announce(decided.events());
        return new Versioned(next, before.version() + 1);
    }

    List<Entry> entries(String reserveId, Optional<UUID> after, int limit) {
        Currency currency = tenancy.baseCurrency();
        return sql.list(
                "select entry_id, cause, amount, fund, target, changed_on, customer_id, reason from reserve_entry"
                        + " where tenant = ? and reserve_id = ? and entry_id > ? order by entry_id limit ?",
                row -> new Entry(
                        row.getObject("entry_id", UUID.class),
                        row.getString("cause"),
                        money(row.getBigDecimal("amount"), currency),
                        money(row.getBigDecimal("fund"), currency),
                        money(row.getBigDecimal("target"), currency),
                        row.getObject("changed_on", LocalDate.class),
                        row.getString("customer_id"),
                        row.getString("reason")),
                tenancy.tenant(),
                reserveId,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    /** How far our own receivables of the last months came, from all to more than 90 days late. */
    List<Reached> reached(LocalDate day, int months) {
        return sql.first(
                        ROLLS,
                        row -> List.of(
                                new Reached(LateBucket.NOT_DUE, row.getLong(1)),
                                new Reached(LateBucket.DAYS_1_TO_30, row.getLong(2)),
                                new Reached(LateBucket.DAYS_31_TO_60, row.getLong(3)),
                                new Reached(LateBucket.DAYS_61_TO_90, row.getLong(4)),
                                new Reached(LateBucket.OVER_90, row.getLong(5))),
                        day,
                        tenancy.tenant(),
                        day.minusMonths(months),
                        day)
                .orElseThrow();
    }

    private Optional<Versioned> one(String reserveId, String lock) {
        return sql.first(
                "select reserve_id, terms, currency, fund, target, assessed_on, version from reserve"
                        + " where tenant = ? and reserve_id = ?" + lock,
                this::versioned,
                tenancy.tenant(),
                reserveId);
    }

    private Versioned versioned(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Versioned(
                new Reserve(
                        row.getString("reserve_id"),
                        read(row.getString("terms")),
                        money(row.getBigDecimal("fund"), currency),
                        money(row.getBigDecimal("target"), currency),
                        row.getObject("assessed_on", LocalDate.class)),
                row.getInt("version"));
    }

    private String written(ReserveTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReserveTerms read(String terms) {
        try {
            return json.readValue(terms, ReserveTerms.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }

    private static RuleBroken unknown(String reserveId) {
        return RuleBroken.notFound("reserve-unknown", "there is no reserve " + reserveId);
    }
}
