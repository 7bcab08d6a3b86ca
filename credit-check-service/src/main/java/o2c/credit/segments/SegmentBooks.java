package o2c.credit.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.credit.customers.Newcomers;
import o2c.credit.segments.domain.SegmentRule;
import o2c.credit.storage.Stored;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Segments and who was in them. */
@ApplicationScoped
class SegmentBooks implements Newcomers {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;

    SegmentBooks(Sql sql, Tenancy tenancy, Caller caller) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /**
     * A time in a segment.
     *
     * @param source rule, override or register
     */
    record Membership(long number, String segmentId, int ruleVersion, String source, LocalDate since) {}

    /** Somebody new may belong to a segment from the first day on. */
    @Override
    public boolean matter() {
        return sql.first(
                        "select exists (select from segment_rule where tenant = ?)",
                        row -> row.getBoolean(1),
                        tenancy.tenant())
                .orElse(false);
    }

    List<SegmentRule> inForce(Moment moment) {
        return sql.list(
                "select distinct on (segment_id) definition from segment_rule where tenant = ? and effective_from <= ?"
                        + " and recorded_at <= ? and recorded_on <= ?"
                        + " order by segment_id, effective_from desc, version desc",
                row -> Stored.read(row.getString(1), SegmentRule.class),
                tenancy.tenant(),
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
    }

    Optional<SegmentRule> last(String segmentId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 7))",
                row -> true,
                tenancy.tenant() + "|" + segmentId);
        return sql.first(
                "select definition from segment_rule where tenant = ? and segment_id = ? order by version desc limit 1",
                row -> Stored.read(row.getString(1), SegmentRule.class),
                tenancy.tenant(),
                segmentId);
    }

    void add(SegmentRule rule) {
        sql.update(
                "insert into segment_rule (tenant, segment_id, version, effective_from, definition, recorded_on,"
                        + " recorded_by) values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                rule.segmentId(),
                rule.version(),
                rule.effectiveFrom(),
                Stored.text(rule),
                tenancy.today(),
                caller.subject());
    }

    boolean takesEffectOn(LocalDate day) {
        return sql.first(
                        "select exists (select from segment_rule where tenant = ? and effective_from = ?)",
                        row -> row.getBoolean(1),
                        tenancy.tenant(),
                        day)
                .orElse(false);
    }

    Optional<Membership> current(String customerId) {
        return history(customerId, Long.MAX_VALUE, 1).stream().findFirst();
    }

    List<Membership> history(String customerId, long before, int limit) {
        return sql.list(
                "select id, segment_id, rule_version, source, since_on from segment_membership"
                        + " where tenant = ? and customer_id = ? and id < ? order by id desc limit ?",
                SegmentBooks::membership,
                tenancy.tenant(),
                customerId,
                before,
                limit);
    }

    void enter(String customerId, Membership membership) {
        sql.update(
                "insert into segment_membership (tenant, customer_id, segment_id, rule_version, source, since_on,"
                        + " recorded_on) values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                customerId,
                membership.segmentId(),
                membership.ruleVersion(),
                membership.source(),
                membership.since(),
                tenancy.today());
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getObject(5, LocalDate.class));
    }
}
