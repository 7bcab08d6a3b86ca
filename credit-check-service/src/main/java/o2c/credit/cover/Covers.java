package o2c.credit.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.contracts.PolicyEvent.LimitDecided;
import o2c.credit.cover.domain.Cover;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What policy-service last told about customers' cover, one row per policy. */
@ApplicationScoped
public class Covers {

    /** Per policy what its limits in force add up to: the last decision on each of them counts. */
    private static final String LIMITS = "select policy_id, currency, sum(amount) as amount from"
            + " (select distinct on (limit_id) policy_id, currency, amount, effective_to from insured_limit"
            + " where tenant = ? and customer_id = ? and effective_from <= ?"
            + " order by limit_id, effective_from desc) decided"
            + " where effective_to is null or effective_to >= ? group by policy_id, currency";

    private final Sql sql;
    private final Tenancy tenancy;

    Covers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The cover of a customer; where several policies speak, a stopped one first, then the one heard last. */
    public Optional<Cover> of(String customerId) {
        return sql.first(
                "select coalesce(c.policy_id, l.policy_id), c.insured, c.uninsured, c.currency, c.stop_on, l.amount,"
                        + " l.currency from (select * from customer_cover where tenant = ? and customer_id = ?) c"
                        + " full join (" + LIMITS + ") l on l.policy_id = c.policy_id"
                        + " order by c.stop_on nulls last, c.heard_on desc nulls last, 1 limit 1",
                Covers::cover,
                tenancy.tenant(),
                customerId,
                tenancy.tenant(),
                customerId,
                tenancy.today(),
                tenancy.today());
    }

    void change(CoverChanged cover) {
        if (cover.policyId() == null) {
            noPolicyInsures(cover);
            return;
        }
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

    /** Without a policy there is no cover to show; what an earlier one covered is covered no more. */
    private void noPolicyInsures(CoverChanged cover) {
        sql.update(
                "update customer_cover set insured = 0, uninsured = ?, heard_on = ?"
                        + " where tenant = ? and customer_id = ?",
                cover.uninsured().amount(),
                tenancy.today(),
                tenancy.tenant(),
                cover.customerId());
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

    /** Notes what the insurer decided on a limit. */
    void decide(LimitDecided decided) {
        sql.update(
                "insert into insured_limit (tenant, customer_id, limit_id, policy_id, effective_from, effective_to,"
                        + " amount, currency, heard_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, customer_id, limit_id, effective_from) do update set"
                        + " effective_to = excluded.effective_to, amount = excluded.amount,"
                        + " currency = excluded.currency, heard_on = excluded.heard_on",
                tenancy.tenant(),
                decided.customerId(),
                decided.limitId(),
                decided.policyId(),
                decided.effectiveFrom(),
                decided.effectiveTo(),
                decided.amount().amount(),
                decided.amount().currency().getCurrencyCode(),
                tenancy.today());
    }

    private static Cover cover(ResultSet row) throws SQLException {
        String currency = row.getString(4);
        return new Cover(
                row.getString(1),
                money(row.getBigDecimal(2), currency),
                money(row.getBigDecimal(3), currency),
                row.getObject(5, LocalDate.class),
                money(row.getBigDecimal(6), row.getString(7)));
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.padded(amount.stripTrailingZeros(), Currency.getInstance(currency));
    }
}
