package o2c.policy.simulations;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.claims.domain.Indemnity;
import o2c.policy.claims.domain.Indemnity.Left;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The settled claims of a policy, and what another policy would have paid on them. */
@ApplicationScoped
class PastLosses {

    private final Sql sql;
    private final Tenancy tenancy;

    PastLosses(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** One loss: what was paid on it, and what would have been. */
    record Loss(Money lost, Money paid, Money imagined) {}

    private record Settled(Money lost, Money covered, Money paid, boolean rejected) {}

    /** In the order in which they were settled; yearly sums are used up as they would have been. */
    List<Loss> of(String policyId, LocalDate from, LocalDate to, PolicyVersion other) {
        List<Loss> losses = new ArrayList<>();
        Left left = Left.of(other.terms().further().loss());
        for (Settled settled : settled(policyId, from, to)) {
            Money imagined = Money.zero(tenancy.baseCurrency());
            if (!settled.rejected()) {
                Indemnity indemnity = Indemnity.of(
                        settled.covered(),
                        other.terms().insuredPercentage(),
                        other.terms().further().loss(),
                        left);
                left = left.after(indemnity);
                imagined = indemnity.amount();
            }
            losses.add(new Loss(settled.lost(), settled.paid(), imagined));
        }
        return losses;
    }

    private List<Settled> settled(String policyId, LocalDate from, LocalDate to) {
        return sql.list(
                "select loss, covered, indemnity, status from claim where tenant = ? and policy_id = ?"
                        + " and settled_on >= ? and settled_on <= ? order by settled_on, claim_id",
                row -> new Settled(
                        money(row, "loss"),
                        money(row, "covered"),
                        money(row, "indemnity"),
                        row.getString("status").equals("rejected")),
                tenancy.tenant(),
                policyId,
                from,
                to);
    }

    private Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return Money.padded(amount.stripTrailingZeros(), tenancy.baseCurrency());
    }
}
