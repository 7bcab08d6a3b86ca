package o2c.credit.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.limits.domain.CreditLimit;
import o2c.credit.limits.domain.CreditLimits;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The versions of credit limits: added, never changed. */
@ApplicationScoped
class LimitBooks {

    private static final String COLUMNS = "customer_id, version, amount, currency, valid_from, valid_to, reason";

    private final Sql sql;
    private final Tenancy tenancy;

    LimitBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** All versions of a customer; nobody else can add one until the transaction ends. */
    CreditLimits locked(String customerId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 1))",
                row -> true,
                tenancy.tenant() + "|" + customerId);
        return new CreditLimits(
                customerId,
                sql.list(
                        "select " + COLUMNS + " from credit_limit where tenant = ? and customer_id = ?"
                                + " order by version",
                        LimitBooks::limit,
                        tenancy.tenant(),
                        customerId));
    }

    /** The version in force on a day: the last one set among those that cover it. */
    Optional<CreditLimit> inForce(String customerId, Moment moment) {
        return sql.first(
                "select " + COLUMNS + " from credit_limit where tenant = ? and customer_id = ? and valid_from <= ?"
                        + " and (valid_to is null or valid_to >= ?)" + " and recorded_at <= ? and recorded_on <= ?"
                        + " order by version desc limit 1",
                LimitBooks::limit,
                tenancy.tenant(),
                customerId,
                moment.asOf(),
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
    }

    /** The limits of every customer of whom some version ends on the day. */
    List<CreditLimits> endingOn(LocalDate day) {
        Map<String, List<CreditLimit>> versions = new LinkedHashMap<>();
        sql.list(
                "select " + COLUMNS + " from credit_limit where tenant = ? and customer_id in"
                        + " (select customer_id from credit_limit where tenant = ? and valid_to = ?)"
                        + " order by customer_id, version",
                row -> versions.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(limit(row)),
                tenancy.tenant(),
                tenancy.tenant(),
                day);
        return versions.entrySet().stream()
                .map(entry -> new CreditLimits(entry.getKey(), entry.getValue()))
                .toList();
    }

    void add(String customerId, CreditLimit limit, UUID requestId) {
        sql.update(
                "insert into credit_limit (tenant, customer_id, version, amount, currency, valid_from, valid_to,"
                        + " reason, request_id, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                customerId,
                limit.version(),
                limit.amount().amount(),
                limit.amount().currency().getCurrencyCode(),
                limit.validFrom(),
                limit.validTo(),
                limit.reason(),
                requestId,
                tenancy.today());
    }

    private static CreditLimit limit(ResultSet row) throws SQLException {
        return new CreditLimit(
                row.getInt(2),
                Money.padded(row.getBigDecimal(3).stripTrailingZeros(), Currency.getInstance(row.getString(4))),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7));
    }
}
