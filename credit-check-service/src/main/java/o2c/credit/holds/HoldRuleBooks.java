package o2c.credit.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.credit.holds.domain.HoldRule;
import o2c.credit.holds.domain.HoldRules;
import o2c.credit.storage.Stored;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The versions of hold rules: added, never changed; the one set last among those in force counts. */
@ApplicationScoped
public class HoldRuleBooks {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;

    HoldRuleBooks(Sql sql, Tenancy tenancy, Caller caller) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** What holds on a day, the standard rules included. */
    public HoldRules inForce(LocalDate day) {
        return inForce(Moment.asKnownNow(day));
    }

    HoldRules inForce(Moment moment) {
        return HoldRules.of(sql.list(
                "select distinct on (rule_id) definition from hold_rule where tenant = ? and effective_from <= ?"
                        + " and recorded_at <= ? and recorded_on <= ?"
                        + " order by rule_id, effective_from desc, version desc",
                row -> Stored.read(row.getString(1), HoldRule.class),
                tenancy.tenant(),
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn()));
    }

    /** The version set last, whenever it takes effect; nobody else can set one until the transaction ends. */
    Optional<HoldRule> last(String ruleId) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 3))", row -> true, tenancy.tenant() + "|" + ruleId);
        return versions(ruleId, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    /** Versions before {@code before}, newest first. */
    List<HoldRule> versions(String ruleId, int before, int limit) {
        return sql.list(
                "select definition from hold_rule where tenant = ? and rule_id = ? and version < ?"
                        + " order by version desc limit ?",
                row -> Stored.read(row.getString(1), HoldRule.class),
                tenancy.tenant(),
                ruleId,
                before,
                limit);
    }

    void add(HoldRule rule) {
        sql.update(
                "insert into hold_rule (tenant, rule_id, version, effective_from, definition, recorded_on, recorded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                rule.ruleId(),
                rule.version(),
                rule.effectiveFrom(),
                Stored.text(rule),
                tenancy.today(),
                caller.subject());
    }
}
