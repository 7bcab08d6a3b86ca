package o2c.policy.premiums;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.premiums.domain.Turnover;
import o2c.policy.premiums.domain.Turnover.Invoiced;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Sums of our own copy of the ledger, for premiums. */
@ApplicationScoped
class TurnoverTable {

    private static final String INVOICED = """
            select s.country, s.kind, x.debtor_id is not null as excluded, sum(t.in_term), sum(t.over_term)
            from (
              select customer_id,
                sum(case when ?::integer is null or due_on - issued_on <= ? then net else 0 end) as in_term,
                sum(case when ?::integer is null or due_on - issued_on <= ? then 0 else net end) as over_term
              from (select customer_id, issued_on, due_on, round(coalesce(net_amount, total) * rate, ?) as net
                    from receivable where tenant = ? and issued_on >= ? and issued_on <= ?
                      and (cardinality(?::varchar[]) = 0 or seller_id = any(?))) r
              group by customer_id) t
            left join lateral (select country, kind from customer_country c where c.tenant = ?
              and c.customer_id = t.customer_id order by business_day desc, told desc limit 1) s on true
            left join (select distinct on (exclusion_id) debtor_id, from_on, to_on from excluded_buyer
              where tenant = ? and (policy_id is null or policy_id = ?) order by exclusion_id, number desc) x
              on x.debtor_id = t.customer_id and x.from_on <= ? and (x.to_on is null or x.to_on >= ?)
            group by s.country, s.kind, x.debtor_id is not null""";

    private static final String MONTH_ENDS = """
            select m.day, coalesce(sum(round(e.amount * r.rate, ?)), 0)
            from unnest(?) as m(day)
            left join (receivable_entry e join receivable r on r.tenant = e.tenant and r.invoice_id = e.invoice_id
                and (cardinality(?::varchar[]) = 0 or r.seller_id = any(?)))
              on e.tenant = ? and e.kind not in ('disputed', 'undisputed') and e.business_day <= m.day
            group by m.day order by m.day""";

    private final Sql sql;
    private final Tenancy tenancy;

    TurnoverTable(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The balance at the end of a month. */
    record MonthEnd(LocalDate day, Money outstanding) {}

    Turnover of(String policyId, PolicyTerms terms, LocalDate from, LocalDate to) {
        Currency currency = tenancy.baseCurrency();
        Turnover turnover = new Turnover(terms, currency);
        String[] sellers = terms.insuredSellerIds().toArray(String[]::new);
        sql.list(
                        INVOICED,
                        row -> new Invoiced(
                                row.getString(1),
                                row.getString(2) == null ? null : Codes.choice(DebtorKind.class, row.getString(2), ""),
                                row.getBoolean(3),
                                money(row.getBigDecimal(4)),
                                money(row.getBigDecimal(5))),
                        terms.maxTermDays(),
                        terms.maxTermDays(),
                        terms.maxTermDays(),
                        terms.maxTermDays(),
                        currency.getDefaultFractionDigits(),
                        tenancy.tenant(),
                        from,
                        to,
                        sellers,
                        sellers,
                        tenancy.tenant(),
                        tenancy.tenant(),
                        policyId,
                        to,
                        from)
                .forEach(turnover::add);
        return turnover;
    }

    /** The balances at the ends of the months that end within a period. */
    List<MonthEnd> monthEnds(PolicyTerms terms, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        YearMonth month = YearMonth.from(from);
        while (!month.atEndOfMonth().isAfter(to)) {
            days.add(month.atEndOfMonth());
            month = month.plusMonths(1);
        }
        String[] sellers = terms.insuredSellerIds().toArray(String[]::new);
        return sql.list(
                MONTH_ENDS,
                row -> new MonthEnd(row.getObject(1, LocalDate.class), money(row.getBigDecimal(2))),
                tenancy.baseCurrency().getDefaultFractionDigits(),
                days.toArray(LocalDate[]::new),
                sellers,
                sellers,
                tenancy.tenant());
    }

    /** How many limits of a policy are granted on a day. */
    int limits(String policyId, LocalDate day) {
        return sql.first(
                        "select count(*) from insured_limit where tenant = ? and policy_id = ? and effective_from <= ?"
                                + " and status in ('granted', 'reduced')",
                        row -> row.getInt(1),
                        tenancy.tenant(),
                        policyId,
                        day)
                .orElse(0);
    }

    private Money money(BigDecimal amount) {
        return Money.padded(amount.stripTrailingZeros(), tenancy.baseCurrency());
    }
}
