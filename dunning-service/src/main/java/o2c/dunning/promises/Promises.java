package o2c.dunning.promises;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.dunning.agreements.AgreedItems;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.agreements.domain.Grace;
import o2c.dunning.promises.domain.Promise;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Promises, running and ended. */
@ApplicationScoped
class Promises {

    private static final String ALL = "select promise_id, customer_id, seller_id, currency, amount, promised_on,"
            + " tolerance_days, tolerance_amount, channel, person, taken_by, made_on, outcome, received, ended_on,"
            + " ended_at from promise where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final AgreedItems items;

    Promises(Sql sql, Tenancy tenancy, AgreedItems items) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.items = items;
    }

    /** Which promises a list asks for; null where any will do. */
    record Wanted(String customerId, String sellerId, String status) {}

    private record Stored(Promise promise, Instant endedAt) {}

    void insert(Promise promise) {
        sql.update(
                "insert into promise (tenant, promise_id, customer_id, seller_id, currency, amount, promised_on,"
                        + " last_day, tolerance_days, tolerance_amount, channel, person, taken_by, made_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                promise.promiseId(),
                promise.account().customerId(),
                promise.account().sellerId(),
                promise.amount().currency().getCurrencyCode(),
                promise.amount().amount(),
                promise.promisedOn(),
                promise.lastDay(),
                promise.grace().bankDays(),
                promise.grace().amount().amount(),
                promise.noted().channel(),
                promise.noted().person(),
                promise.noted().takenBy(),
                promise.noted().madeOn());
        items.insert(promise.promiseId(), promise.items());
    }

    void end(Promise promise) {
        sql.update(
                "update promise set outcome = ?, received = ?, ended_on = ?, ended_at = now()"
                        + " where tenant = ? and promise_id = ?",
                promise.ending().outcome().code(),
                promise.ending().received().amount(),
                promise.ending().endedOn(),
                tenancy.tenant(),
                promise.promiseId());
        items.release(promise.promiseId());
    }

    Optional<Promise> find(UUID promiseId) {
        return read(ALL + " and promise_id = ?", tenancy.tenant(), promiseId).stream()
                .findFirst()
                .map(Stored::promise);
    }

    Optional<Promise> lock(UUID promiseId) {
        return read(ALL + " and promise_id = ? for update", tenancy.tenant(), promiseId).stream()
                .findFirst()
                .map(Stored::promise);
    }

    List<Promise> lockRunningOf(String customerId) {
        return running(" and customer_id = ?", customerId);
    }

    List<Promise> lockOverdueOn(LocalDate day) {
        return running(" and last_day < ?", day);
    }

    /** Oldest first as of a moment, one more than the limit when there are more. */
    List<Promise> list(Wanted wanted, Moment moment, Optional<UUID> after, int limit) {
        return read(
                        ALL + " and (?::varchar is null or customer_id = ?) and (?::varchar is null or seller_id = ?)"
                                + " and (?::varchar is null or case when ended_on <= least(?, ?) and ended_at <= ?"
                                + " then outcome else 'open' end = ?)"
                                + " and made_on <= ? and made_on <= ? and recorded_at <= ?"
                                + " and (?::uuid is null or promise_id > ?) order by promise_id limit ?",
                        tenancy.tenant(),
                        wanted.customerId,
                        wanted.customerId,
                        wanted.sellerId,
                        wanted.sellerId,
                        wanted.status,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        wanted.status,
                        moment.asOf(),
                        moment.knownOn(),
                        moment.knownAt(),
                        after.orElse(null),
                        after.orElse(null),
                        limit + 1)
                .stream()
                .map(stored -> asOf(stored, moment))
                .toList();
    }

    private static Promise asOf(Stored stored, Moment moment) {
        Promise promise = stored.promise;
        boolean known = promise.isRunning()
                || !promise.ending().endedOn().isAfter(moment.asOf())
                        && !promise.ending().endedOn().isAfter(moment.knownOn())
                        && !stored.endedAt.isAfter(moment.knownAt());
        return known ? promise : promise.stillRunning();
    }

    private List<Promise> running(String condition, Object value) {
        return read(ALL + condition + " and ended_on is null order by promise_id for update", tenancy.tenant(), value)
                .stream()
                .map(Stored::promise)
                .toList();
    }

    private List<Stored> read(String query, Object... params) {
        List<Stored> bare = sql.list(query, Promises::stored, params);
        Map<UUID, List<AgreedItem>> found = items.of(bare.stream()
                .collect(Collectors.toMap(
                        one -> one.promise.promiseId(),
                        one -> one.promise.amount().currency())));
        return bare.stream()
                .map(one -> new Stored(
                        one.promise.with(found.getOrDefault(one.promise.promiseId(), List.of())), one.endedAt))
                .toList();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(4));
        String outcome = row.getString(13);
        OffsetDateTime endedAt = row.getObject(16, OffsetDateTime.class);
        Promise promise = new Promise(
                row.getObject(1, UUID.class),
                new Promise.Account(row.getString(2), row.getString(3)),
                List.of(),
                money(row.getBigDecimal(5), currency),
                row.getObject(6, LocalDate.class),
                new Grace(row.getInt(7), money(row.getBigDecimal(8), currency)),
                new Promise.Noted(
                        row.getString(9), row.getString(10), row.getString(11), row.getObject(12, LocalDate.class)),
                outcome == null
                        ? null
                        : new Promise.Ending(
                                Promise.Outcome.valueOf(
                                        outcome.replace('-', '_').toUpperCase(Locale.ROOT)),
                                money(row.getBigDecimal(14), currency),
                                row.getObject(15, LocalDate.class)));
        return new Stored(promise, endedAt == null ? null : endedAt.toInstant());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
