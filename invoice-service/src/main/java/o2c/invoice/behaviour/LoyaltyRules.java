package o2c.invoice.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import o2c.invoice.behaviour.domain.Loyalty;
import o2c.invoice.books.Read;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.runtime.audit.AuditTrail;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The versions of the tenant's loyalty rule; of those in force the newest counts. */
@ApplicationScoped
class LoyaltyRules {

    private static final String SELECT =
            "select version, effective_from, invoices, bonus_percentage from loyalty_rule where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final AuditTrail audit;

    LoyaltyRules(Sql sql, Tenancy tenancy, AuditTrail audit) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    /** A version of the rule. */
    record Version(int number, LocalDate effectiveFrom, Loyalty rule) {}

    Optional<Version> inForceOn(LocalDate day) {
        return sql.first(
                SELECT + " and effective_from <= ? order by version desc limit 1",
                LoyaltyRules::read,
                tenancy.tenant(),
                day);
    }

    /**
     * Decides anew; the same again changes nothing.
     *
     * @throws RuleBroken {@code streak-out-of-range}, {@code percentage-out-of-range}, {@code effective-in-past}
     */
    Version decide(LocalDate effectiveFrom, Loyalty told) {
        Loyalty rule = told.checked();
        if (effectiveFrom.isBefore(tenancy.today())) {
            throw RuleBroken.refused("effective-in-past", "a rule counts from the business date on, or later")
                    .at("/effectiveFrom");
        }
        Optional<Version> last =
                sql.first(SELECT + " order by version desc limit 1", LoyaltyRules::read, tenancy.tenant());
        if (last.filter(version -> isSame(version, rule, effectiveFrom)).isPresent()) {
            return last.get();
        }
        Version next = new Version(last.map(Version::number).orElse(0) + 1, effectiveFrom, rule);
        sql.update(
                "insert into loyalty_rule (tenant, version, effective_from, invoices, bonus_percentage, recorded_on)"
                        + " values (?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                next.number(),
                effectiveFrom,
                rule.invoices(),
                rule.bonus().value(),
                tenancy.today());
        audit.record("loyalty-rule.decided", "version " + next.number(), rule.toString());
        return next;
    }

    private static boolean isSame(Version version, Loyalty rule, LocalDate from) {
        return !version.effectiveFrom().isAfter(from)
                && version.rule().invoices() == rule.invoices()
                && version.rule().bonus().compareTo(rule.bonus()) == 0;
    }

    private static Version read(ResultSet row) throws SQLException {
        BigDecimal stored = row.getBigDecimal("bonus_percentage").stripTrailingZeros();
        Percentage bonus = new Percentage(stored.scale() < 2 ? stored.setScale(2) : stored);
        return new Version(
                row.getInt("version"), Read.day(row, "effective_from"), new Loyalty(row.getInt("invoices"), bonus));
    }
}
