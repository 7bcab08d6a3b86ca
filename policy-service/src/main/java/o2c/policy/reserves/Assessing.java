package o2c.policy.reserves;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import o2c.policy.cover.Covers;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.reserves.domain.Assessment;
import o2c.policy.reserves.domain.ReserveTerms;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Runs a portfolio through the terms of a reserve. */
@ApplicationScoped
class Assessing {

    private final Covers covers;
    private final Sql sql;
    private final Tenancy tenancy;

    Assessing(Covers covers, Sql sql, Tenancy tenancy) {
        this.covers = covers;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The expected loss at the close of a day. */
    Assessment of(ReserveTerms terms, LocalDate day, AsKnown known) {
        Map<String, String> segments = segments(terms, day, known);
        Set<String> insolvent = insolvent(day, known);
        Assessment assessment = new Assessment(terms, day, tenancy.baseCurrency());
        covers.each(
                day,
                known,
                cover -> assessment.add(
                        cover, segments.get(cover.customerId()), insolvent.contains(cover.customerId())));
        return assessment;
    }

    /** Only segments that have a rate of their own matter. */
    private Map<String, String> segments(ReserveTerms terms, LocalDate day, AsKnown known) {
        List<String> named = terms.matrix().stream()
                .map(ReserveTerms.Rate::segment)
                .filter(segment -> segment != null)
                .distinct()
                .toList();
        Map<String, String> segments = new HashMap<>();
        if (!named.isEmpty()) {
            sql.list(
                    "select * from (select distinct on (customer_id) customer_id, segment from customer_country"
                            + " where tenant = ? and business_day <= ? and recorded_at <= ? and recorded_on <= ?"
                            + " order by customer_id, business_day desc, told desc) s where segment = any(?)",
                    row -> segments.put(row.getString(1), row.getString(2)),
                    tenancy.tenant(),
                    day,
                    known.at(),
                    known.on(),
                    named.toArray(String[]::new));
        }
        return segments;
    }

    private Set<String> insolvent(LocalDate day, AsKnown known) {
        return new HashSet<>(sql.list(
                "select distinct customer_id from insurer_report where tenant = ? and kind = 'insolvency'"
                        + " and reported_on <= ? and recorded_at <= ? and recorded_on <= ?",
                row -> row.getString(1),
                tenancy.tenant(),
                day,
                known.at(),
                known.on()));
    }
}
