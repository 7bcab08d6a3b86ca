package o2c.runtime.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import o2c.contracts.Publisher;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/** How far this service has heard a publisher, per customer, and whose events wait behind a parked one. */
final class Heads {

    private final Sql sql;
    private final Publisher publisher;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> moved = new TreeMap<>();
    private final Set<String> blocked = new HashSet<>();

    private Heads(Sql sql, Publisher publisher) {
        this.sql = sql;
        this.publisher = publisher;
    }

    /** Locks and reads the heads of these customers; a customer's first event locks a fresh one. */
    static Heads of(Sql sql, Publisher publisher, Collection<String> customers) {
        Heads heads = new Heads(sql, publisher);
        String tenant = Unit.current().tenant();
        String[] wanted = customers.stream().distinct().sorted().toArray(String[]::new);
        sql.update(
                "insert into inbox_head (tenant, publisher, customer_id, sequence)"
                        + " select ?, ?, customer_id, 0 from unnest(?) as t(customer_id) order by customer_id"
                        + " on conflict do nothing",
                tenant,
                publisher.key(),
                wanted);
        sql.list(
                        "select customer_id, sequence from inbox_head where tenant = ? and publisher = ?"
                                + " and customer_id = any(?) order by customer_id for update",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        tenant,
                        publisher.key(),
                        wanted)
                .forEach(head -> heads.sequences.put(head.getKey(), head.getValue()));
        heads.blocked.addAll(sql.list(
                "select distinct customer_id from parked_event where tenant = ? and publisher = ?"
                        + " and customer_id = any(?) and resolved_at is null and reason = any(?)",
                row -> row.getString(1),
                tenant,
                publisher.key(),
                wanted,
                Reason.blocking()));
        return heads;
    }

    /** How far one customer was heard, without locking. */
    static long reached(Sql sql, Publisher publisher, String customerId) {
        return sql.first(
                        "select sequence from inbox_head where tenant = ? and publisher = ? and customer_id = ?",
                        row -> row.getLong(1),
                        Unit.current().tenant(),
                        publisher.key(),
                        customerId)
                .orElse(0L);
    }

    long of(String customerId) {
        return sequences.getOrDefault(customerId, 0L);
    }

    void advance(String customerId) {
        long next = of(customerId) + 1;
        sequences.put(customerId, next);
        moved.put(customerId, next);
    }

    boolean isBlocked(String customerId) {
        return blocked.contains(customerId);
    }

    void block(String customerId) {
        blocked.add(customerId);
    }

    /** Writes the heads that moved. */
    void save() {
        if (!moved.isEmpty()) {
            sql.update(
                    "insert into inbox_head (tenant, publisher, customer_id, sequence)"
                            + " select ?, ?, customer_id, sequence from unnest(?, ?) as t(customer_id, sequence)"
                            + " order by customer_id"
                            + " on conflict (tenant, publisher, customer_id) do update set sequence ="
                            + " excluded.sequence",
                    Unit.current().tenant(),
                    publisher.key(),
                    moved.keySet().toArray(String[]::new),
                    moved.values().toArray(Long[]::new));
        }
    }
}
