package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.credit.checks.domain.Cover;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What policy-service last told about customers' cover, one row per policy. */
@ApplicationScoped
class Covers {

    private final Sql sql;
    private final Tenancy tenancy;

    Covers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The cover of a customer; where several policies speak, a stopped one first, then the one heard last. */
    Optional<Cover> of(String customerId) {
        return sql.first(
                "select policy_id, insured, uninsured, currency, stop_on from customer_cover"
                        + " where tenant = ? and customer_id = ?"
                        + " order by stop_on nulls last, heard_on desc, policy_id limit 1",
                Covers::cover,
                tenancy.tenant(),
                customerId);
    }

    void change(CoverChanged cover) {
        sql.update(
                "insert into customer_cover (tenant, customer_id, policy_id, insured, uninsured, currency, heard_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant, customer_id, policy_id) do update"
                        + " set insured = excluded.insured, uninsured = excluded.uninsured,"
                        + " currency = excluded.currency, heard_on = excluded.heard_on",
                tenancy.tenant(),
                cover.customerId(),
                cover.policyId(),
                cover.insured().amount(),
                cover.uninsured().amount(),
                cover.insured().currency().getCurrencyCode(),
                tenancy.today());
    }

    /** Sets the first day without insurance, or none when deliveries are insured again. */
    void stop(String customerId, String policyId, LocalDate stopOn) {
        sql.update(
                "insert into customer_cover (tenant, customer_id, policy_id, stop_on, heard_on)"
                        + " values (?, ?, ?, ?, ?) on conflict (tenant, customer_id, policy_id) do update"
                        + " set stop_on = excluded.stop_on, heard_on = excluded.heard_on",
                tenancy.tenant(),
                customerId,
                policyId,
                stopOn,
                tenancy.today());
    }

    private static Cover cover(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Cover(
                row.getString("policy_id"),
                money(row.getBigDecimal("insured"), currency),
                money(row.getBigDecimal("uninsured"), currency),
                row.getObject("stop_on", LocalDate.class));
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.padded(amount.stripTrailingZeros(), Currency.getInstance(currency));
    }
}
