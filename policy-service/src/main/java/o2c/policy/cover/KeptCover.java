package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.PolicyStanding;
import o2c.policy.cover.domain.Reason;
import o2c.policy.cover.domain.UninsuredPart;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.runtime.derive.Marks;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The kept row of today's figures per customer. */
@ApplicationScoped
class KeptCover {

    private static final String FIGURES =
            "customer_id, outstanding, insured, reason_codes, reason_amounts, policy_id," + " limit_amount, stop_on";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Marks marks;

    KeptCover(Sql sql, Tenancy tenancy, Marks marks) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.marks = marks;
    }

    /** What was announced last about a customer. */
    record Told(BigDecimal outstanding, BigDecimal insured, String policyId, BigDecimal uncovered) {

        boolean differsFrom(CustomerCover cover, String leadingPolicy) {
            return outstanding.compareTo(cover.outstanding().amount()) != 0
                    || insured.compareTo(cover.insured().amount()) != 0
                    || cover.outstanding().isPositive() && !Objects.equals(policyId, leadingPolicy);
        }
    }

    /**
     * Rows to leave out of a list because they are computed anew.
     *
     * @param stale whether all rows that are behind the facts are left out
     * @param customers left out in any case: they hang together with one that is behind
     */
    record Leaving(boolean stale, String[] customers) {

        static final Leaving NOBODY = new Leaving(false, new String[0]);
    }

    boolean knows(String customerId) {
        return sql.first(
                        "select 1 from customer_cover where tenant = ? and customer_id = ?",
                        row -> true,
                        tenancy.tenant(),
                        customerId)
                .isPresent();
    }

    /** Takes the customer's row: facts that are being written now are waited for, later ones wait. */
    Told take(String customerId) {
        sql.update(
                "insert into customer_cover (tenant, customer_id) values (?, ?) on conflict do nothing",
                tenancy.tenant(),
                customerId);
        return sql.first(
                        "select told_outstanding, told_insured, told_policy_id, told_uncovered from customer_cover"
                                + " where tenant = ? and customer_id = ? for update",
                        row -> new Told(
                                row.getBigDecimal(1), row.getBigDecimal(2), row.getString(3), row.getBigDecimal(4)),
                        tenancy.tenant(),
                        customerId)
                .orElseThrow();
    }

    void keep(CustomerCover cover, LocalDate day, long termsNumber) {
        Optional<PolicyStanding> leading = cover.leading();
        sql.update(
                "update customer_cover set outstanding = ?, insured = ?, uninsured = ?, reason_codes = ?,"
                        + " reason_amounts = ?, policy_id = ?, limit_amount = ?, stop_on = ?, derived_on = ?,"
                        + " fresh = true, terms_number = ?, told_outstanding = ?, told_insured = ?, told_policy_id = ?,"
                        + " told_uncovered = ?"
                        + " where tenant = ? and customer_id = ?",
                cover.outstanding().amount(),
                cover.insured().amount(),
                cover.uninsured().amount(),
                cover.reasons().stream().map(part -> part.reason().code()).toArray(String[]::new),
                cover.reasons().stream().map(part -> part.amount().amount()).toArray(BigDecimal[]::new),
                leading.map(PolicyStanding::policyId).orElse(null),
                leading.map(PolicyStanding::limit).map(Money::amount).orElse(null),
                leading.flatMap(PolicyStanding::nextDeadlines)
                        .map(CoverDeadlines::stopOn)
                        .orElse(null),
                day,
                termsNumber,
                cover.outstanding().amount(),
                cover.insured().amount(),
                leading.map(PolicyStanding::policyId).orElse(null),
                cover.uncovered().amount(),
                tenancy.tenant(),
                cover.customerId());
    }

    void leaveBehind(String customerId) {
        sql.update(
                "insert into customer_cover (tenant, customer_id) values (?, ?)"
                        + " on conflict (tenant, customer_id) do update set fresh = false",
                tenancy.tenant(),
                customerId);
        marks.mark(customerId);
    }

    /** Leaves every row behind without touching any, so that nobody waits for a change of terms. */
    void leaveAllBehind() {
        sql.update(
                "insert into cover_terms as t (tenant, number) values (?, 1)"
                        + " on conflict (tenant) do update set number = t.number + 1",
                tenancy.tenant());
        sql.list(
                        "select customer_id from customer_cover where tenant = ? and outstanding <> 0 union"
                                + " select customer_id from receivable where tenant = ? and claim_only <> 0",
                        row -> row.getString(1),
                        tenancy.tenant(),
                        tenancy.tenant())
                .forEach(marks::mark);
    }

    /** The number of the terms that figures computed from now on rest on. */
    long termsNumber() {
        return sql.first("select number from cover_terms where tenant = ?", row -> row.getLong(1), tenancy.tenant())
                .orElse(0L);
    }

    /** Receivables dated ahead begin to count on their day; no others are looked at. */
    void leaveBehindIssuedOn(LocalDate day) {
        sql.list(
                        "with begun as (update receivable set dated_ahead = false where tenant = ? and dated_ahead"
                                + " and issued_on <= ? returning tenant, customer_id)"
                                + " update customer_cover c set fresh = false from begun b where c.tenant = b.tenant"
                                + " and c.customer_id = b.customer_id returning c.customer_id",
                        row -> row.getString(1),
                        tenancy.tenant(),
                        day)
                .forEach(marks::mark);
    }

    /** Customers whose row is behind the facts. */
    List<String> behind(int limit) {
        return sql.list(
                "select customer_id from customer_cover where tenant = ? and not fresh union"
                        + " select customer_id from customer_cover where tenant = ? and terms_number < ?"
                        + " and outstanding <> 0 limit ?",
                row -> row.getString(1),
                tenancy.tenant(),
                tenancy.tenant(),
                termsNumber(),
                limit);
    }

    /** Rows after a position, largest uninsured first. */
    List<CoverSummary> ranked(Portfolio.Position after, Leaving leaving, int limit) {
        return sql.list(
                "select " + FIGURES + " from customer_cover where tenant = ? and outstanding <> 0 and"
                        + " (not ? or fresh and terms_number >= ?) and customer_id <> all(?)"
                        + " and (uninsured < ? or uninsured = ? and customer_id > ?)"
                        + " order by uninsured desc, customer_id limit ?",
                this::summary,
                tenancy.tenant(),
                leaving.stale(),
                termsNumber(),
                leaving.customers(),
                after.uninsured(),
                after.uninsured(),
                after.customerId(),
                limit);
    }

    void addUp(PortfolioTotals totals, Leaving leaving) {
        Currency currency = tenancy.baseCurrency();
        sql.list(
                "select count(*), coalesce(sum(outstanding), 0), coalesce(sum(insured), 0) from customer_cover"
                        + " where tenant = ? and outstanding <> 0 and (not ? or fresh and terms_number >= ?)"
                        + " and customer_id <> all(?)",
                row -> {
                    totals.add(
                            row.getLong(1),
                            money(row.getBigDecimal(2), currency),
                            money(row.getBigDecimal(3), currency));
                    return totals;
                },
                tenancy.tenant(),
                leaving.stale(),
                termsNumber(),
                leaving.customers());
        totals.add(sql.list(
                "select code, sum(amount) from customer_cover,"
                        + " unnest(reason_codes, reason_amounts) as part(code, amount)"
                        + " where tenant = ? and outstanding <> 0 and (not ? or fresh and terms_number"
                        + " >= ?) and customer_id <> all(?) group by code",
                row -> new UninsuredPart(new Reason(row.getString(1)), money(row.getBigDecimal(2), currency)),
                tenancy.tenant(),
                leaving.stale(),
                termsNumber(),
                leaving.customers()));
    }

    private CoverSummary summary(ResultSet row) throws SQLException {
        Currency currency = tenancy.baseCurrency();
        String[] codes = (String[]) row.getArray("reason_codes").getArray();
        BigDecimal[] amounts = (BigDecimal[]) row.getArray("reason_amounts").getArray();
        List<UninsuredPart> reasons = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            reasons.add(new UninsuredPart(new Reason(codes[i]), money(amounts[i], currency)));
        }
        BigDecimal limit = row.getBigDecimal("limit_amount");
        return new CoverSummary(
                row.getString("customer_id"),
                money(row.getBigDecimal("outstanding"), currency),
                money(row.getBigDecimal("insured"), currency),
                reasons,
                limit == null ? null : money(limit, currency),
                row.getString("policy_id"),
                row.getObject("stop_on", LocalDate.class));
    }

    static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
