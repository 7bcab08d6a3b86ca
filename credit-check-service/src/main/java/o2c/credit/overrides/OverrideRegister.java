package o2c.credit.overrides;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.causes.Causes;
import o2c.credit.causes.Causes.Cause;
import o2c.credit.overrides.domain.RiskOverride;
import o2c.credit.overrides.domain.RiskOverride.Kind;
import o2c.kernel.RuleBroken;
import o2c.runtime.day.DayOpening;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The register of exceptions: who answers for which, why and until when. */
@ApplicationScoped
@Priority(50)
public class OverrideRegister implements DayOpening {

    private static final String COLUMNS =
            "override_id, customer_id, kind, value, reason, person, from_on, until_on, ended_on";

    private final Sql sql;
    private final Causes causes;
    private final Tenancy tenancy;

    OverrideRegister(Sql sql, Causes causes, Tenancy tenancy) {
        this.sql = sql;
        this.causes = causes;
        this.tenancy = tenancy;
    }

    /** What counts for a customer instead of what is computed; the exception made last. */
    public Optional<RiskOverride> inForce(String customerId, Kind kind, LocalDate day) {
        return sql
                .list(
                        "select " + COLUMNS + " from risk_override where tenant = ? and customer_id = ? and kind = ?"
                                + " and from_on <= ? and until_on >= ? order by override_id desc",
                        OverrideRegister::override,
                        tenancy.tenant(),
                        customerId,
                        kind.code(),
                        day,
                        day)
                .stream()
                .filter(one -> one.isInForceOn(day))
                .findFirst();
    }

    void add(RiskOverride override) {
        sql.update(
                "insert into risk_override (tenant, " + COLUMNS + ", recorded_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                override.overrideId(),
                override.customerId(),
                override.kind().code(),
                override.value(),
                override.reason(),
                override.person(),
                override.from(),
                override.until(),
                override.endedOn(),
                tenancy.today());
        lookAgain(override);
    }

    /**
     * Ends an exception before its time.
     *
     * @throws RuleBroken {@code override-unknown}, {@code override-over}
     */
    RiskOverride end(UUID overrideId) {
        RiskOverride found = find(overrideId);
        if (!found.isInForceOn(tenancy.today())) {
            throw RuleBroken.conflict("override-over", "it no longer counts");
        }
        sql.update(
                "update risk_override set ended_on = ? where tenant = ? and override_id = ?",
                tenancy.today(),
                tenancy.tenant(),
                overrideId);
        lookAgain(found);
        return find(overrideId);
    }

    RiskOverride find(UUID overrideId) {
        return sql.first(
                        "select " + COLUMNS + " from risk_override where tenant = ? and override_id = ?",
                        OverrideRegister::override,
                        tenancy.tenant(),
                        overrideId)
                .orElseThrow(() -> RuleBroken.notFound("override-unknown", "there is no such exception"));
    }

    /** Exceptions after {@code after}, oldest first; only those in force on a day when one is given. */
    List<RiskOverride> page(String customerId, LocalDate activeOn, UUID after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from risk_override, (select cast(? as varchar) as of_customer,"
                        + " cast(? as date) as active) wanted where tenant = ? and override_id > ?"
                        + " and (of_customer is null or customer_id = of_customer)"
                        + " and (active is null or from_on <= active and until_on >= active"
                        + " and (ended_on is null or ended_on > active)) order by override_id limit ?",
                OverrideRegister::override,
                customerId,
                activeOn,
                tenancy.tenant(),
                after,
                limit);
    }

    /** Exceptions whose last day has closed no longer count: their customers are looked at again. */
    @Override
    public void open(LocalDate day) {
        sql.list(
                        "select " + COLUMNS
                                + " from risk_override where tenant = ? and until_on = ? and ended_on is null"
                                + " order by override_id",
                        OverrideRegister::override,
                        tenancy.tenant(),
                        day.minusDays(1))
                .forEach(this::lookAgain);
    }

    private void lookAgain(RiskOverride override) {
        causes.note(override.customerId(), new Cause(override.overrideId(), "override", null));
    }

    private static RiskOverride override(ResultSet row) throws SQLException {
        return new RiskOverride(
                row.getObject(1, UUID.class),
                row.getString(2),
                Kind.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }
}
