package o2c.policy.buyers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import o2c.policy.buyers.domain.Buyer;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The tables of buyers and their customers. */
@ApplicationScoped
class BuyerBook {

    private static final String VERSION =
            "buyer_id, version, name, registration_number, insurer_buyer_ids, customer_ids, recorded_at, recorded_on";

    /** The members of every buyer that one of the customers stood under: latest entry by day and knowledge. */
    private static final String MEMBERS = """
            with touched as (
              select distinct buyer_id from buyer_member where tenant = ? and customer_id = any(?)
                and buyer_id is not null),
            standing as (
              select distinct on (m.customer_id) m.customer_id, m.buyer_id
              from buyer_member m
              where m.tenant = ? and m.effective_on <= ? and m.recorded_at <= ? and m.recorded_on <= ?
                and m.customer_id in (
                  select e.customer_id from buyer_member e join touched t on t.buyer_id = e.buyer_id where e.tenant = ?)
              order by m.customer_id, m.number desc)
            select buyer_id, customer_id from standing where buyer_id in (select buyer_id from touched)
            order by buyer_id, customer_id""";

    private final Sql sql;
    private final Tenancy tenancy;

    BuyerBook(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A version and when it was recorded. */
    record Recorded(Buyer buyer, Instant at, LocalDate on) {}

    Optional<Buyer> latest(String buyerId) {
        return sql.first(
                "select " + VERSION + " from buyer_version join buyer using (tenant, buyer_id, version)"
                        + " where tenant = ? and buyer_id = ?",
                row -> recorded(row).buyer(),
                tenancy.tenant(),
                buyerId);
    }

    List<Recorded> history(String buyerId) {
        return sql.list(
                "select " + VERSION + " from buyer_version where tenant = ? and buyer_id = ? order by version",
                BuyerBook::recorded,
                tenancy.tenant(),
                buyerId);
    }

    List<Buyer> list(String after, int limit) {
        return sql.list(
                "select " + VERSION + " from buyer_version join buyer using (tenant, buyer_id, version)"
                        + " where tenant = ? and buyer_id > ? order by buyer_id limit ?",
                row -> recorded(row).buyer(),
                tenancy.tenant(),
                after,
                limit);
    }

    /** Makes others wait who change the buyer or look at its customers together. */
    void lock(String buyerId) {
        sql.list("select pg_advisory_xact_lock(hashtext(? || '|buyer|' || ?))", row -> true, tenancy.tenant(), buyerId);
        sql.list(
                "select 1 from buyer where tenant = ? and buyer_id = ? for update",
                row -> true,
                tenancy.tenant(),
                buyerId);
    }

    boolean isCustomer(String customerId) {
        return sql.first(
                        "select 1 from customer_cover where tenant = ? and customer_id = ?",
                        row -> true,
                        tenancy.tenant(),
                        customerId)
                .isPresent();
    }

    Optional<String> buyerToday(String customerId) {
        return sql.first(
                "select buyer_id from customer_buyer where tenant = ? and customer_id = ?",
                row -> row.getString(1),
                tenancy.tenant(),
                customerId);
    }

    List<String> customersToday(String buyerId) {
        return sql.list(
                "select customer_id from customer_buyer where tenant = ? and buyer_id = ? order by customer_id",
                row -> row.getString(1),
                tenancy.tenant(),
                buyerId);
    }

    List<String> companions(Collection<String> customers) {
        return sql.list(
                "select unnest(?) union select o.customer_id from customer_buyer m join customer_buyer o"
                        + " on o.tenant = m.tenant and o.buyer_id = m.buyer_id"
                        + " where m.tenant = ? and m.customer_id = any(?)",
                row -> row.getString(1),
                customers.toArray(String[]::new),
                tenancy.tenant(),
                customers.toArray(String[]::new));
    }

    Optional<String> linkedElsewhere(String buyerId, List<String> customers) {
        return sql.first(
                "select customer_id from customer_buyer where tenant = ? and buyer_id <> ? and customer_id = any(?)"
                        + " order by customer_id",
                row -> row.getString(1),
                tenancy.tenant(),
                buyerId,
                customers.toArray(String[]::new));
    }

    Map<String, List<String>> members(Collection<String> customers, LocalDate day, AsKnown known) {
        String[] ids = customers.toArray(String[]::new);
        Map<String, List<String>> members = new TreeMap<>();
        sql.list(
                MEMBERS,
                row -> members.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getString(2)),
                tenancy.tenant(),
                ids,
                tenancy.tenant(),
                day,
                known.at(),
                known.on(),
                tenancy.tenant());
        return members;
    }

    void keep(Buyer before, Buyer next, LocalDate today) {
        sql.update(
                "insert into buyer (tenant, buyer_id, version) values (?, ?, ?)"
                        + " on conflict (tenant, buyer_id) do update set version = excluded.version",
                tenancy.tenant(),
                next.buyerId(),
                next.version());
        sql.update(
                "insert into buyer_version (tenant, buyer_id, version, name, registration_number, insurer_buyer_ids,"
                        + " customer_ids, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                next.buyerId(),
                next.version(),
                next.name(),
                next.registrationNumber(),
                next.insurerBuyerIds().toArray(String[]::new),
                next.customerIds().toArray(String[]::new),
                today);
        before.customerIds().stream()
                .filter(customer -> !next.customerIds().contains(customer))
                .forEach(customer -> leave(customer, today));
        next.customerIds().stream()
                .filter(customer -> !before.customerIds().contains(customer))
                .forEach(customer -> join(customer, next.buyerId(), today));
    }

    private void join(String customerId, String buyerId, LocalDate today) {
        sql.update(
                "insert into customer_buyer (tenant, customer_id, buyer_id) values (?, ?, ?)",
                tenancy.tenant(),
                customerId,
                buyerId);
        note(customerId, buyerId, today);
    }

    private void leave(String customerId, LocalDate today) {
        sql.update("delete from customer_buyer where tenant = ? and customer_id = ?", tenancy.tenant(), customerId);
        note(customerId, null, today);
    }

    private void note(String customerId, String buyerId, LocalDate today) {
        sql.update(
                "insert into buyer_member (tenant, customer_id, buyer_id, effective_on, recorded_on)"
                        + " values (?, ?, ?, ?, ?)",
                tenancy.tenant(),
                customerId,
                buyerId,
                today,
                today);
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                new Buyer(
                        row.getString("buyer_id"),
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("registration_number"),
                        List.of((String[]) row.getArray("insurer_buyer_ids").getArray()),
                        List.of((String[]) row.getArray("customer_ids").getArray())),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("recorded_on", LocalDate.class));
    }
}
