package o2c.policy.premiums;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Limits that are higher than what was ever owed: they cost money, or room that the insurer could give to others. */
@ApplicationScoped
class OverInsurance {

    private static final String UNUSED = """
            with granted as (
              select l.limit_id, l.policy_id, coalesce(l.buyer_id, l.customer_id) as debtor_id, e.amount
              from insured_limit l
              join lateral (select amount, effective_to from insured_limit_entry e where e.tenant = l.tenant
                and e.limit_id = l.limit_id and e.effective_from <= ? order by number desc limit 1) e on true
              where l.tenant = ? and l.status in ('granted', 'reduced') and e.amount > 0
                and (e.effective_to is null or e.effective_to >= ?)),
            moved as (
              select coalesce(b.buyer_id, r.customer_id) as debtor_id, greatest(e.business_day, ?) as day,
                sum(round(e.amount * r.rate, ?)) as amount
              from receivable r
              join receivable_entry e on e.tenant = r.tenant and e.invoice_id = r.invoice_id
                and e.kind not in ('disputed', 'undisputed') and e.business_day <= ?
              left join customer_buyer b on b.tenant = r.tenant and b.customer_id = r.customer_id
              where r.tenant = ? group by 1, 2),
            peak as (
              select debtor_id, max(balance) as most from (
                select debtor_id, sum(amount) over (partition by debtor_id order by day) as balance from moved) b
              group by debtor_id)
            select g.limit_id, g.policy_id, g.debtor_id, g.amount, greatest(coalesce(p.most, 0), 0) as most
            from granted g left join peak p on p.debtor_id = g.debtor_id
            where g.amount > greatest(coalesce(p.most, 0), 0)
            order by g.amount - greatest(coalesce(p.most, 0), 0) desc, g.limit_id limit ?""";

    private final Sql sql;
    private final Policies policies;
    private final Tenancy tenancy;

    OverInsurance(Sql sql, Policies policies, Tenancy tenancy) {
        this.sql = sql;
        this.policies = policies;
        this.tenancy = tenancy;
    }

    /**
     * A limit that is higher than needed.
     *
     * @param peak the most that was owed at the close of any day of the period
     * @param unused granted less peak
     * @param saving the yearly fee that its end would save when nothing of it was used; zero else
     */
    record Unused(
            UUID limitId, String policyId, String debtorId, Money granted, Money peak, Money unused, Money saving) {}

    /** The highest first. */
    List<Unused> since(LocalDate since, int most) {
        LocalDate today = tenancy.today();
        return sql.list(
                UNUSED,
                row -> unused(
                        row.getObject("limit_id", UUID.class),
                        row.getString("policy_id"),
                        row.getString("debtor_id"),
                        money(row.getBigDecimal("amount")),
                        money(row.getBigDecimal("most"))),
                today,
                tenancy.tenant(),
                today,
                since,
                tenancy.baseCurrency().getDefaultFractionDigits(),
                today,
                tenancy.tenant(),
                most);
    }

    private Unused unused(UUID limitId, String policyId, String debtorId, Money granted, Money peak) {
        Money fee = PolicyBook.of(policies.require(policyId)).periodsOf(policyId).stream()
                .reduce((earlier, later) -> later)
                .map(period -> fee(period.version()))
                .orElse(null);
        boolean saves = fee != null && peak.isZero();
        return new Unused(
                limitId,
                policyId,
                debtorId,
                granted,
                peak,
                granted.minus(peak),
                saves ? fee : Money.zero(tenancy.baseCurrency()));
    }

    private static Money fee(PolicyVersion version) {
        return version.terms().further().premium().feePerLimit();
    }

    private Money money(BigDecimal amount) {
        return Money.padded(amount.stripTrailingZeros(), tenancy.baseCurrency());
    }
}
