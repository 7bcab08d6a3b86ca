package o2c.credit.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import o2c.credit.limits.domain.CreditPolicy;
import o2c.kernel.Percentage;
import o2c.runtime.access.Caller;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The tenant's credit policy: effective-dated versions, the one set last among those in force counts. */
@ApplicationScoped
public class CreditPolicies {

    private static final String COLUMNS =
            "version, effective_from, approval_threshold, tolerance, decline_above, check_validity";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;

    CreditPolicies(Sql sql, Tenancy tenancy, Caller caller) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** What holds on a day; {@link CreditPolicy#STANDARD} when the tenant set nothing for it. */
    public CreditPolicy inForce(LocalDate day) {
        return sql.first(
                        "select " + COLUMNS + " from credit_policy where tenant = ? and effective_from <= ?"
                                + " order by effective_from desc, version desc limit 1",
                        CreditPolicies::policy,
                        tenancy.tenant(),
                        day)
                .orElse(CreditPolicy.STANDARD);
    }

    /** The version set last, whenever it takes effect. */
    Optional<CreditPolicy> last() {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 2))", row -> true, tenancy.tenant());
        return sql.first(
                "select " + COLUMNS + " from credit_policy where tenant = ? order by version desc limit 1",
                CreditPolicies::policy,
                tenancy.tenant());
    }

    void add(CreditPolicy policy) {
        sql.update(
                "insert into credit_policy (tenant, " + COLUMNS + ", recorded_on, recorded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                policy.version(),
                policy.effectiveFrom(),
                policy.approvalThreshold(),
                policy.tolerance().value(),
                policy.declineAbove().value(),
                policy.checkValidity(),
                tenancy.today(),
                caller.subject());
    }

    private static CreditPolicy policy(ResultSet row) throws SQLException {
        return new CreditPolicy(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getBigDecimal(3).setScale(2),
                percentage(row, 4),
                percentage(row, 5),
                row.getInt(6));
    }

    /** At least two decimals, as percentages are written. */
    private static Percentage percentage(ResultSet row, int column) throws SQLException {
        var figure = row.getBigDecimal(column).stripTrailingZeros();
        return new Percentage(figure.scale() < 2 ? figure.setScale(2) : figure);
    }
}
