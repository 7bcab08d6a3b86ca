package o2c.runtime.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import o2c.contracts.Publisher;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/**
 * What the running transaction takes in from one publisher: which events are new, how far each customer has been heard
 * before, and whose events wait behind a parked one. One statement opens it, one closes it.
 */
final class Intake {

    /** Ids first, then the heads, locked in the order of the customers; a customer's first event makes its head. */
    private static final String OPEN = """
            with fresh as (
             insert into inbox (tenant, publisher, event_id) select distinct ?, ?, id from unnest(?) as t(id)
             order by id on conflict do nothing returning event_id),
            head as (
             insert into inbox_head as h (tenant, publisher, customer_id, sequence)
             select ?, ?, c, 0 from unnest(?) as t(c) order by c
             on conflict (tenant, publisher, customer_id) do update set sequence = h.sequence
             returning customer_id, sequence)
            select 'new', event_id::text, null from fresh
            union all select 'head', customer_id, sequence from head
            union all select 'blocked', customer_id, null from parked_event where tenant = ? and publisher = ?
             and customer_id = any(?) and resolved_at is null and reason = any(?)""";

    private static final String CLOSE = """
            with counted as (
             insert into inbox_count as c (tenant, publisher, partition, heard)
             select ?, ?, partition, heard from unnest(?, ?) as t(partition, heard) order by partition
             on conflict (tenant, publisher, partition) do update set heard = c.heard + excluded.heard)
            update inbox_head h set sequence = t.sequence from unnest(?, ?) as t(customer_id, sequence)
            where h.tenant = ? and h.publisher = ? and h.customer_id = t.customer_id""";

    private final Sql sql;
    private final Publisher publisher;
    private final Set<UUID> fresh = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> moved = new TreeMap<>();
    private final Map<Integer, Long> taken = new TreeMap<>();
    private final Set<String> blocked = new HashSet<>();

    private Intake(Sql sql, Publisher publisher) {
        this.sql = sql;
        this.publisher = publisher;
    }

    /** Writes the ids of these readable events and locks the heads of their customers. */
    static Intake of(Sql sql, Publisher publisher, List<Envelope> events) {
        return open(
                sql,
                publisher,
                events.stream().map(event -> event.heard().eventId()).toArray(UUID[]::new),
                events.stream().map(Envelope::customerId).distinct().sorted().toArray(String[]::new));
    }

    /** Locks the head of one customer. */
    static Intake of(Sql sql, Publisher publisher, String customerId) {
        return open(sql, publisher, new UUID[0], new String[] {customerId});
    }

    private static Intake open(Sql sql, Publisher publisher, UUID[] ids, String[] customers) {
        Intake intake = new Intake(sql, publisher);
        String tenant = Unit.current().tenant();
        String key = publisher.key();
        sql.list(
                OPEN,
                intake::read,
                tenant,
                key,
                ids,
                tenant,
                key,
                customers,
                tenant,
                key,
                customers,
                Reason.blocking());
        intake.lookAgainWhoIsBlocked(customers);
        return intake;
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

    /** True once for an event that was not heard before. */
    boolean takes(Envelope event) {
        boolean isNew = fresh.remove(event.heard().eventId());
        if (isNew) {
            taken.merge(event.partition(), 1L, Long::sum);
        }
        return isNew;
    }

    long reached(String customerId) {
        return sequences.getOrDefault(customerId, 0L);
    }

    void advance(String customerId) {
        long next = reached(customerId) + 1;
        sequences.put(customerId, next);
        moved.put(customerId, next);
    }

    boolean isBlocked(String customerId) {
        return blocked.contains(customerId);
    }

    void block(String customerId) {
        blocked.add(customerId);
    }

    /** Writes what was taken and the heads that moved. */
    void close() {
        if (taken.isEmpty() && moved.isEmpty()) {
            return;
        }
        String tenant = Unit.current().tenant();
        sql.last(
                CLOSE,
                tenant,
                publisher.key(),
                taken.keySet().toArray(Integer[]::new),
                taken.values().toArray(Long[]::new),
                moved.keySet().toArray(String[]::new),
                moved.values().toArray(Long[]::new),
                tenant,
                publisher.key());
    }

    private Void read(ResultSet row) throws SQLException {
        switch (row.getString(1)) {
            case "new" -> fresh.add(UUID.fromString(row.getString(2)));
            case "head" -> sequences.put(row.getString(2), row.getLong(3));
            default -> blocked.add(row.getString(2));
        }
        return null;
    }

    /** While this transaction waited for a head, what was parked may have been resolved. */
    private void lookAgainWhoIsBlocked(String[] customers) {
        if (!blocked.isEmpty()) {
            blocked.clear();
            blocked.addAll(sql.list(
                    "select distinct customer_id from parked_event where tenant = ? and publisher = ?"
                            + " and customer_id = any(?) and resolved_at is null and reason = any(?)",
                    row -> row.getString(1),
                    Unit.current().tenant(),
                    publisher.key(),
                    customers,
                    Reason.blocking()));
        }
    }
}
