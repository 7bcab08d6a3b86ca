package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.Buyers;
import o2c.policy.buyers.Buyers.Regrouped;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Buyers and customers that policies do not insure, by name. */
@ApplicationScoped
public class ExcludedBuyers {

    private static final String LATEST = "select distinct on (exclusion_id) exclusion_id, number, policy_id, debtor_id,"
            + " reason, from_on, to_on from excluded_buyer where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Buyers buyers;
    private final Event<Regrouped> concerned;

    ExcludedBuyers(Sql sql, Tenancy tenancy, Buyers buyers, Event<Regrouped> concerned) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.buyers = buyers;
        this.concerned = concerned;
    }

    /** An exclusion as it stands. */
    record Listed(UUID exclusionId, int number, String debtorId, String reason, Exclusion exclusion) {}

    /** By customer or buyer, as known at a moment. */
    public Map<String, List<Exclusion>> of(Collection<String> debtors, AsKnown known) {
        return sql
                .list(
                        LATEST + " and debtor_id = any(?) and recorded_at <= ? and recorded_on <= ?"
                                + " order by exclusion_id, number desc",
                        ExcludedBuyers::listed,
                        tenancy.tenant(),
                        debtors.toArray(String[]::new),
                        known.at(),
                        known.on())
                .stream()
                .collect(Collectors.groupingBy(
                        Listed::debtorId, Collectors.mapping(Listed::exclusion, Collectors.toList())));
    }

    List<Listed> list(String debtorId, Optional<UUID> after, int limit) {
        return sql.list(
                LATEST + " and (?::varchar is null or debtor_id = ?) and exclusion_id > ?"
                        + " order by exclusion_id, number desc limit ?",
                ExcludedBuyers::listed,
                tenancy.tenant(),
                debtorId,
                debtorId,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    Listed add(Listed said) {
        keep(said);
        return said;
    }

    /** Ends an exclusion with a last day; {@code exclusion-unknown}, {@code period-reversed}. */
    Listed end(UUID exclusionId, LocalDate lastDay) {
        Listed before = sql.first(
                        LATEST + " and exclusion_id = ? order by exclusion_id, number desc",
                        ExcludedBuyers::listed,
                        tenancy.tenant(),
                        exclusionId)
                .orElseThrow(() -> RuleBroken.notFound("exclusion-unknown", "there is no such exclusion"));
        if (lastDay.isBefore(before.exclusion().from().minusDays(1))) {
            throw RuleBroken.refused(
                            "period-reversed",
                            "the exclusion begins on " + before.exclusion().from())
                    .at("/lastDay");
        }
        Listed after = new Listed(
                exclusionId,
                before.number() + 1,
                before.debtorId(),
                before.reason(),
                new Exclusion(before.exclusion().policyId(), before.exclusion().from(), lastDay));
        keep(after);
        return after;
    }

    private void keep(Listed said) {
        sql.update(
                "insert into excluded_buyer (tenant, exclusion_id, number, policy_id, debtor_id, reason, from_on,"
                        + " to_on,"
                        + " recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                said.exclusionId(),
                said.number(),
                said.exclusion().policyId(),
                said.debtorId(),
                said.reason(),
                said.exclusion().from(),
                said.exclusion().to(),
                tenancy.today());
        concerned.fire(new Regrouped(buyers.customersOf(said.debtorId())));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("exclusion_id", UUID.class),
                row.getInt("number"),
                row.getString("debtor_id"),
                row.getString("reason"),
                new Exclusion(
                        row.getString("policy_id"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class)));
    }
}
