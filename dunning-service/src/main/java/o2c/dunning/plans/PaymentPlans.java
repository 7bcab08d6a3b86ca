package o2c.dunning.plans;

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
import o2c.dunning.plans.domain.PaymentPlan;
import o2c.dunning.plans.domain.PaymentPlan.Instalment;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Payment plans with their instalments, running and ended. */
@ApplicationScoped
class PaymentPlans {

    private static final String ALL = "select plan_id, customer_id, seller_id, currency, consent_id, agreed_by,"
            + " agreed_on, outcome, received, ended_on, ended_at from payment_plan where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final AgreedItems items;

    PaymentPlans(Sql sql, Tenancy tenancy, AgreedItems items) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.items = items;
    }

    /** Which plans a list asks for; null where any will do. */
    record Wanted(String customerId, String sellerId, String status) {}

    private record Stored(PaymentPlan plan, Currency currency, Instant endedAt) {}

    void insert(PaymentPlan plan) {
        sql.update(
                "insert into payment_plan (tenant, plan_id, customer_id, seller_id, currency, amount, consent_id,"
                        + " agreed_by, agreed_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                plan.planId(),
                plan.account().customerId(),
                plan.account().sellerId(),
                plan.amount().currency().getCurrencyCode(),
                plan.amount().amount(),
                plan.consentId(),
                plan.agreed().by(),
                plan.agreed().on());
        sql.batch(
                "insert into instalment (tenant, plan_id, number, due_on, amount) values (?, ?, ?, ?, ?)",
                plan.instalments().stream()
                        .map(one -> new Object[] {
                            tenancy.tenant(),
                            plan.planId(),
                            one.number(),
                            one.dueOn(),
                            one.amount().amount()
                        })
                        .toList());
        items.insert(plan.planId(), plan.items());
    }

    void end(PaymentPlan plan) {
        sql.update(
                "update payment_plan set outcome = ?, received = ?, ended_on = ?, ended_at = now()"
                        + " where tenant = ? and plan_id = ?",
                plan.ending().outcome().code(),
                plan.ending().received().amount(),
                plan.ending().endedOn(),
                tenancy.tenant(),
                plan.planId());
        items.release(plan.planId());
    }

    Optional<PaymentPlan> find(UUID planId) {
        return first(ALL + " and plan_id = ?", planId);
    }

    Optional<PaymentPlan> lock(UUID planId) {
        return first(ALL + " and plan_id = ? for update", planId);
    }

    List<PaymentPlan> lockRunningOf(String customerId) {
        return plans(read(ALL + " and customer_id = ? and ended_on is null order by plan_id for update", customerId));
    }

    List<PaymentPlan> lockRunning() {
        return plans(read(ALL + " and ended_on is null order by plan_id for update"));
    }

    /** Oldest first as of a moment, one more than the limit when there are more. */
    List<PaymentPlan> list(Wanted wanted, Moment moment, Optional<UUID> after, int limit) {
        return read(
                        ALL + " and (?::varchar is null or customer_id = ?) and (?::varchar is null or seller_id = ?)"
                                + " and (?::varchar is null or case when ended_on <= least(?, ?) and ended_at <= ?"
                                + " then outcome else 'running' end = ?)"
                                + " and agreed_on <= ? and agreed_on <= ? and recorded_at <= ?"
                                + " and (?::uuid is null or plan_id > ?) order by plan_id limit ?",
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

    private static PaymentPlan asOf(Stored stored, Moment moment) {
        PaymentPlan plan = stored.plan;
        boolean known = plan.isRunning()
                || !plan.ending().endedOn().isAfter(moment.asOf())
                        && !plan.ending().endedOn().isAfter(moment.knownOn())
                        && !stored.endedAt.isAfter(moment.knownAt());
        return known ? plan : plan.stillRunning();
    }

    private Optional<PaymentPlan> first(String query, UUID planId) {
        return plans(read(query, planId)).stream().findFirst();
    }

    private static List<PaymentPlan> plans(List<Stored> stored) {
        return stored.stream().map(Stored::plan).toList();
    }

    private List<Stored> read(String query, Object... params) {
        Object[] all = new Object[params.length + 1];
        all[0] = tenancy.tenant();
        System.arraycopy(params, 0, all, 1, params.length);
        List<Stored> bare = sql.list(query, PaymentPlans::stored, all);
        Map<UUID, Currency> currencies =
                bare.stream().collect(Collectors.toMap(one -> one.plan.planId(), Stored::currency));
        Map<UUID, List<AgreedItem>> found = items.of(currencies);
        Map<UUID, List<Instalment>> parts = instalmentsOf(currencies);
        return bare.stream()
                .map(one -> new Stored(
                        new PaymentPlan(
                                one.plan.planId(),
                                one.plan.account(),
                                found.getOrDefault(one.plan.planId(), List.of()),
                                parts.getOrDefault(one.plan.planId(), List.of()),
                                one.plan.consentId(),
                                one.plan.agreed(),
                                one.plan.ending()),
                        one.currency,
                        one.endedAt))
                .toList();
    }

    private Map<UUID, List<Instalment>> instalmentsOf(Map<UUID, Currency> currencies) {
        return sql
                .list(
                        "select plan_id, number, due_on, amount from instalment where tenant = ? and plan_id = any(?)"
                                + " order by plan_id, number",
                        row -> {
                            UUID planId = row.getObject(1, UUID.class);
                            return Map.entry(
                                    planId,
                                    new Instalment(
                                            row.getInt(2),
                                            row.getObject(3, LocalDate.class),
                                            money(row.getBigDecimal(4), currencies.get(planId))));
                        },
                        tenancy.tenant(),
                        currencies.keySet().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(4));
        String outcome = row.getString(8);
        OffsetDateTime endedAt = row.getObject(11, OffsetDateTime.class);
        PaymentPlan plan = new PaymentPlan(
                row.getObject(1, UUID.class),
                new PaymentPlan.Account(row.getString(2), row.getString(3)),
                List.of(),
                List.of(),
                row.getString(5),
                new PaymentPlan.Agreed(row.getString(6), row.getObject(7, LocalDate.class)),
                outcome == null
                        ? null
                        : new PaymentPlan.Ending(
                                PaymentPlan.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                                money(row.getBigDecimal(9), currency),
                                row.getObject(10, LocalDate.class)));
        return new Stored(plan, currency, endedAt == null ? null : endedAt.toInstant());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
