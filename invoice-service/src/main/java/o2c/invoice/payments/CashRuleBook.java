package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import o2c.invoice.books.Read;
import o2c.invoice.payments.domain.CashRules;
import o2c.invoice.payments.domain.ChargesOrder;
import o2c.invoice.payments.domain.Tolerance;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.runtime.audit.AuditTrail;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The versions of the tenant's rules for setting money against debts; of those in force the newest counts. */
@ApplicationScoped
class CashRuleBook {

    private static final String SELECT = "select version, effective_from, charges_order, underpayment,"
            + " underpayment_percentage, overpayment, overpayment_percentage from cash_rules where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final AuditTrail audit;

    CashRuleBook(Sql sql, Tenancy tenancy, AuditTrail audit) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    /** A version of the rules; version 0 is what holds before anything was decided. */
    record Version(int number, LocalDate effectiveFrom, CashRules rules) {}

    CashRules inForceOn(LocalDate day) {
        return versionOn(day).map(Version::rules).orElse(CashRules.USUAL);
    }

    Optional<Version> versionOn(LocalDate day) {
        return sql.first(
                SELECT + " and effective_from <= ? order by version desc limit 1",
                CashRuleBook::read,
                tenancy.tenant(),
                day);
    }

    List<Version> all() {
        return sql.list(SELECT + " order by version", CashRuleBook::read, tenancy.tenant());
    }

    /**
     * Decides anew; the same again changes nothing.
     *
     * @throws RuleBroken {@code tolerance-out-of-range}, {@code effective-in-past}
     */
    Version decide(LocalDate effectiveFrom, CashRules told) {
        CashRules rules = told.checked();
        if (effectiveFrom.isBefore(tenancy.today())) {
            throw RuleBroken.refused("effective-in-past", "rules count from the business date on, or later")
                    .at("/effectiveFrom");
        }
        List<Version> before = all();
        Version last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (last != null && last.rules().equals(rules) && !last.effectiveFrom().isAfter(effectiveFrom)) {
            return last;
        }
        Version next = new Version(last == null ? 1 : last.number() + 1, effectiveFrom, rules);
        sql.update(
                "insert into cash_rules (tenant, version, effective_from, charges_order, underpayment,"
                        + " underpayment_percentage, overpayment, overpayment_percentage, recorded_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                next.number(),
                effectiveFrom,
                label(rules.chargesOrder()),
                rules.underpayment().amount(),
                percentage(rules.underpayment()),
                rules.overpayment().amount(),
                percentage(rules.overpayment()),
                tenancy.today());
        audit.record("cash-rules.decided", "version " + next.number(), rules.toString());
        return next;
    }

    private static Version read(ResultSet row) throws SQLException {
        String order = row.getString("charges_order").toUpperCase(Locale.ROOT).replace('-', '_');
        CashRules rules = new CashRules(
                ChargesOrder.valueOf(order), tolerance(row, "underpayment"), tolerance(row, "overpayment"));
        return new Version(row.getInt("version"), Read.day(row, "effective_from"), rules);
    }

    private static Tolerance tolerance(ResultSet row, String column) throws SQLException {
        BigDecimal share = row.getBigDecimal(column + "_percentage");
        return new Tolerance(plain(row.getBigDecimal(column)), share == null ? null : new Percentage(plain(share)));
    }

    /** At least two decimals, as callers write them. */
    private static BigDecimal plain(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }

    private static BigDecimal percentage(Tolerance tolerance) {
        return tolerance.percentage() == null ? null : tolerance.percentage().value();
    }

    private static String label(ChargesOrder order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
