package o2c.credit.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.credit.monitoring.domain.WarningSign;
import o2c.kernel.Ids;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Warnings and alert levels as stored. */
@ApplicationScoped
class WarningBooks {

    private final Sql sql;
    private final Tenancy tenancy;

    WarningBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * A warning.
     *
     * @param value the figure that showed it
     * @param proposal hold, prepayment or limit-cut
     * @param endedOn the day the sign was gone, or null
     */
    record Warning(
            UUID warningId,
            String customerId,
            String kind,
            BigDecimal value,
            BigDecimal threshold,
            String proposal,
            LocalDate raisedOn,
            LocalDate endedOn) {}

    /** The alert level announced last. */
    int levelOf(String customerId) {
        return sql.first(
                        "select level from utilisation_level where tenant = ? and customer_id = ?",
                        row -> row.getInt(1),
                        tenancy.tenant(),
                        customerId)
                .orElse(0);
    }

    void level(String customerId, int level) {
        sql.update(
                "insert into utilisation_level (tenant, customer_id, level) values (?, ?, ?)"
                        + " on conflict (tenant, customer_id) do update set level = excluded.level",
                tenancy.tenant(),
                customerId,
                level);
    }

    /** Raises a warning; false when the same is raised already. */
    boolean raise(String customerId, WarningSign sign, BigDecimal value, LocalDate day) {
        return sql.update(
                        "insert into early_warning (tenant, warning_id, customer_id, kind, value, threshold, proposal,"
                                + " raised_on) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        tenancy.tenant(),
                        Ids.next(),
                        customerId,
                        sign.code(),
                        value,
                        sign.threshold(),
                        sign.proposal(),
                        day)
                == 1;
    }

    /** Ends the warnings whose signs are gone: all but those still seen. */
    void endAllBut(String customerId, List<WarningSign> seen, LocalDate day) {
        sql.update(
                "update early_warning set ended_on = ? where tenant = ? and customer_id = ? and ended_on is null"
                        + " and kind <> all(?)",
                day,
                tenancy.tenant(),
                customerId,
                seen.stream().map(WarningSign::code).toArray(String[]::new));
    }

    /** Warnings that stood at the close of a day, by customer. */
    List<Warning> standing(LocalDate day, String customerId, UUID after, int limit) {
        return sql.list(
                "select warning_id, customer_id, kind, value, threshold, proposal, raised_on, ended_on"
                        + " from early_warning, (select cast(? as varchar) as of_customer) wanted"
                        + " where tenant = ? and raised_on <= ? and (ended_on is null or ended_on > ?)"
                        + " and warning_id > ? and (of_customer is null or customer_id = of_customer)"
                        + " order by warning_id limit ?",
                row -> new Warning(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class)),
                customerId,
                tenancy.tenant(),
                day,
                day,
                after,
                limit);
    }
}
