package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.kernel.Money;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitBasis;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.Percentages;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The tables of limits and of what was decided on them. */
@ApplicationScoped
class LimitBook {

    private static final String LIMIT =
            "limit_id, policy_id, customer_id, buyer_id, basis, kind, percentage, amount, currency,"
                    + " effective_from, effective_to";
    private static final String ENTRY =
            "limit_id, number, decision, amount, effective_from, effective_to, reason, conditions";

    private final Sql sql;
    private final Tenancy tenancy;

    LimitBook(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A limit and the number of its changes, for If-Match. */
    record Versioned(Limit limit, int version) {}

    /** Which limits to list; null = any. */
    record Wanted(String policyId, String customerId, LimitStatus status) {}

    private record Numbered(UUID limitId, LimitEntry entry) {}

    /** Takes the limit for a change; others wait. */
    Optional<Versioned> take(UUID limitId) {
        return one(limitId, " for update");
    }

    /** The limit of the same policy, debtor and kind that has not ended, taken for a change. */
    Optional<Versioned> running(Limit like) {
        return sql.first(
                        "select limit_id from insured_limit where tenant = ? and policy_id = ? and kind = ?"
                                + " and customer_id is not distinct from ? and buyer_id is not distinct from ?"
                                + " and status not in ('refused', 'cancelled') order by limit_id desc",
                        row -> row.getObject(1, UUID.class),
                        tenancy.tenant(),
                        like.policyId(),
                        Codes.text(like.kind()),
                        like.customerId(),
                        like.buyerId())
                .flatMap(this::take);
    }

    Optional<Versioned> find(UUID limitId) {
        return one(limitId, "");
    }

    /** All limits on these customers and buyers with the entries known at a moment. */
    List<Limit> of(Collection<String> customers, Collection<String> buyers, AsKnown known) {
        String named = "select " + LIMIT + " from insured_limit where tenant = ? and customer_id = any(?)";
        List<Limit> bare = new ArrayList<>(sql.list(
                named + " order by limit_id", LimitBook::limit, tenancy.tenant(), customers.toArray(String[]::new)));
        if (!buyers.isEmpty()) {
            bare.addAll(sql.list(
                    "select " + LIMIT + " from insured_limit where tenant = ? and buyer_id = any(?) order by limit_id",
                    LimitBook::limit,
                    tenancy.tenant(),
                    buyers.toArray(String[]::new)));
        }
        return withEntries(bare, known);
    }

    List<Limit> list(Wanted wanted, Optional<String> after, int limit) {
        List<Limit> bare = sql.list(
                "select " + LIMIT + " from insured_limit where tenant = ?"
                        + " and (?::varchar is null or policy_id = ?) and (?::varchar is null or ? in"
                        + " (customer_id, buyer_id))"
                        + " and (?::varchar is null or status = ?) and limit_id > ? order by limit_id limit ?",
                LimitBook::limit,
                tenancy.tenant(),
                wanted.policyId(),
                wanted.policyId(),
                wanted.customerId(),
                wanted.customerId(),
                status(wanted),
                status(wanted),
                after.map(UUID::fromString).orElse(new UUID(0, 0)),
                limit);
        return withEntries(bare, AsKnown.NOW);
    }

    void add(Limit limit) {
        sql.update(
                "insert into insured_limit (tenant, " + LIMIT + ", status, version, recorded_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
                tenancy.tenant(),
                limit.limitId(),
                limit.policyId(),
                limit.customerId(),
                limit.buyerId(),
                limit.basis() == null ? null : Codes.text(limit.basis()),
                Codes.text(limit.kind()),
                limit.percentage() == null ? null : limit.percentage().value(),
                limit.requested().amount(),
                limit.requested().currency().getCurrencyCode(),
                limit.effectiveFrom(),
                limit.effectiveTo(),
                Codes.text(limit.status()),
                tenancy.today());
    }

    /** Keeps the newest entry of the limit. */
    void decided(Limit limit) {
        LimitEntry entry = limit.entries().get(limit.entries().size() - 1);
        sql.update(
                "insert into insured_limit_entry (tenant, limit_id, number, decision, amount, effective_from,"
                        + " effective_to, reason, conditions, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                limit.limitId(),
                entry.number(),
                Codes.text(entry.decision()),
                entry.amount().amount(),
                entry.effectiveFrom(),
                entry.effectiveTo(),
                entry.reason(),
                entry.conditions(),
                tenancy.today());
        sql.update(
                "update insured_limit set status = ?, version = version + 1 where tenant = ? and limit_id = ?",
                Codes.text(limit.status()),
                tenancy.tenant(),
                limit.limitId());
    }

    /** Customers and buyers with a limit that begins on a day or ended the day before. */
    List<String> debtorsChangingOn(LocalDate day) {
        return sql.list(
                "select distinct coalesce(customer_id, buyer_id) from insured_limit_entry join insured_limit"
                        + " using (tenant, limit_id)"
                        + " where tenant = ? and (insured_limit_entry.effective_from = ?"
                        + " or insured_limit_entry.effective_to = ?)",
                row -> row.getString(1),
                tenancy.tenant(),
                day,
                day.minusDays(1));
    }

    private Optional<Versioned> one(UUID limitId, String lock) {
        return sql.first(
                        "select " + LIMIT + ", version from insured_limit where tenant = ? and limit_id = ?" + lock,
                        row -> new Versioned(limit(row), row.getInt("version")),
                        tenancy.tenant(),
                        limitId)
                .map(found -> new Versioned(
                        withEntries(List.of(found.limit()), AsKnown.NOW).get(0), found.version()));
    }

    private List<Limit> withEntries(List<Limit> bare, AsKnown known) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, Currency> currencies = bare.stream()
                .collect(Collectors.toMap(
                        Limit::limitId, limit -> limit.requested().currency()));
        Map<UUID, List<LimitEntry>> entries = sql
                .list(
                        "select " + ENTRY + " from insured_limit_entry where tenant = ? and limit_id = any(?)"
                                + " and recorded_at <= ? and recorded_on <= ? order by limit_id, number",
                        row -> entry(row, currencies.get(row.getObject("limit_id", UUID.class))),
                        tenancy.tenant(),
                        bare.stream().map(Limit::limitId).toArray(UUID[]::new),
                        known.at(),
                        known.on())
                .stream()
                .collect(Collectors.groupingBy(
                        Numbered::limitId, Collectors.mapping(Numbered::entry, Collectors.toList())));
        return bare.stream()
                .map(limit -> limit.with(entries.getOrDefault(limit.limitId(), List.of())))
                .toList();
    }

    private static String status(Wanted wanted) {
        return wanted.status() == null ? null : Codes.text(wanted.status());
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(
                row.getObject("limit_id", UUID.class),
                row.getString("policy_id"),
                row.getString("customer_id"),
                Codes.choice(LimitKind.class, row.getString("kind"), ""),
                Percentages.plain(row.getBigDecimal("percentage")),
                money(row, Currency.getInstance(row.getString("currency"))),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                List.of(),
                row.getString("buyer_id"),
                row.getString("basis") == null ? null : Codes.choice(LimitBasis.class, row.getString("basis"), ""));
    }

    private static Numbered entry(ResultSet row, Currency currency) throws SQLException {
        return new Numbered(
                row.getObject("limit_id", UUID.class),
                new LimitEntry(
                        row.getInt("number"),
                        Codes.choice(LimitStatus.class, row.getString("decision"), ""),
                        money(row, currency),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class),
                        row.getString("reason"),
                        row.getString("conditions")));
    }

    private static Money money(ResultSet row, Currency currency) throws SQLException {
        return Money.padded(row.getBigDecimal("amount").stripTrailingZeros(), currency);
    }
}
