package o2c.dunning.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.holds.domain.Hold;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Holds, running and ended. */
@ApplicationScoped
class Holds {

    private static final String ALL = "select hold_id, customer_id, seller_id, invoice_id, invoice_number, reason,"
            + " owner, set_by, set_on, until_on, cause, ended_by, ended_on, ended_at from hold where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    Holds(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Which holds a list asks for; null where any will do. */
    record Wanted(String customerId, String owner, String status) {}

    private record Stored(Hold hold, Instant endedAt) {}

    void insert(Hold hold) {
        sql.update(
                "insert into hold (tenant, hold_id, customer_id, seller_id, invoice_id, invoice_number, reason, owner,"
                        + " set_by, set_on, until_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                hold.holdId(),
                hold.subject().customerId(),
                hold.subject().sellerId(),
                hold.subject().invoiceId(),
                hold.subject().invoiceNumber(),
                hold.grounds().reason(),
                hold.grounds().owner(),
                hold.grounds().setBy(),
                hold.term().setOn(),
                hold.term().until());
    }

    void end(Hold hold) {
        sql.update(
                "update hold set cause = ?, ended_by = ?, ended_on = ?, ended_at = now()"
                        + " where tenant = ? and hold_id = ?",
                hold.ending().cause().code(),
                hold.ending().endedBy(),
                hold.ending().endedOn(),
                tenancy.tenant(),
                hold.holdId());
    }

    Optional<Hold> find(UUID holdId) {
        return sql.first(ALL + " and hold_id = ?", Holds::read, tenancy.tenant(), holdId)
                .map(Stored::hold);
    }

    /** Running ones with one of these ids, or of one of these customers. */
    List<Hold> running(Collection<UUID> holdIds, Collection<String> customerIds, boolean lock) {
        return holds(sql.list(
                ALL + " and ended_on is null and (hold_id = any(?) or customer_id = any(?)) order by hold_id"
                        + (lock ? " for update" : ""),
                Holds::read,
                tenancy.tenant(),
                holdIds.toArray(UUID[]::new),
                customerIds.toArray(String[]::new)));
    }

    Optional<Hold> lock(UUID holdId) {
        return sql.first(ALL + " and hold_id = ? for update", Holds::read, tenancy.tenant(), holdId)
                .map(Stored::hold);
    }

    List<Hold> lockOverBefore(LocalDate day) {
        return holds(sql.list(
                ALL + " and ended_on is null and until_on < ? order by hold_id for update",
                Holds::read,
                tenancy.tenant(),
                day));
    }

    /** Oldest first as of a moment, one more than the limit when there are more. */
    List<Hold> list(Wanted wanted, Moment moment, Optional<UUID> after, int limit) {
        return sql
                .list(
                        ALL + " and (?::varchar is null or customer_id = ?) and (?::varchar is null or owner = ?)"
                                + " and (?::varchar is null or case when ended_on <= least(?, ?) and ended_at <= ?"
                                + " then cause else 'running' end = ?)"
                                + " and set_on <= ? and set_on <= ? and recorded_at <= ?"
                                + " and (?::uuid is null or hold_id > ?) order by hold_id limit ?",
                        Holds::read,
                        tenancy.tenant(),
                        wanted.customerId,
                        wanted.customerId,
                        wanted.owner,
                        wanted.owner,
                        wanted.status,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        wanted.status,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        after.orElse(null),
                        after.orElse(null),
                        limit + 1)
                .stream()
                .map(stored -> asOf(stored, moment))
                .toList();
    }

    private static Hold asOf(Stored stored, Moment moment) {
        Hold hold = stored.hold;
        boolean known = hold.isRunning()
                || !hold.ending().endedOn().isAfter(moment.asOf())
                        && !hold.ending().endedOn().isAfter(moment.knownOn())
                        && !stored.endedAt.isAfter(moment.knownAt());
        return known ? hold : new Hold(hold.holdId(), hold.subject(), hold.grounds(), hold.term(), null);
    }

    private static List<Hold> holds(List<Stored> stored) {
        return stored.stream().map(Stored::hold).toList();
    }

    private static Stored read(ResultSet row) throws SQLException {
        String cause = row.getString(11);
        OffsetDateTime endedAt = row.getObject(14, OffsetDateTime.class);
        Hold hold = new Hold(
                row.getObject(1, UUID.class),
                new Hold.Subject(row.getString(2), row.getString(3), row.getObject(4, UUID.class), row.getString(5)),
                new Hold.Grounds(row.getString(6), row.getString(7), row.getString(8)),
                new Hold.Term(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)),
                cause == null
                        ? null
                        : new Hold.Ending(
                                Hold.Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
                                row.getString(12),
                                row.getObject(13, LocalDate.class)));
        return new Stored(hold, endedAt == null ? null : endedAt.toInstant());
    }
}
