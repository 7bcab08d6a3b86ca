package o2c.runtime.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The one relay of a service that may send. Lock, reading and marking share one connection: when it is lost,
 * the lock is
 * lost with it and nothing can be marked any more.
 */
final class RelayLeader implements AutoCloseable {

    private static final long LOCK = 0x6f326372656c6179L;

    private final Connection connection;

    private RelayLeader(Connection connection) {
        this.connection = connection;
    }

    /** Becomes the leader, unless another process is. */
    static Optional<RelayLeader> elect(DataSource worker) throws SQLException {
        Connection connection = worker.getConnection();
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            connection.setAutoCommit(false);
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                boolean elected = answer.getBoolean(1);
                connection.commit();
                if (elected) {
                    return Optional.of(new RelayLeader(connection));
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The oldest unsent events, in the order of their commits. */
    List<Outgoing> unsent(int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, event_id, tenant, customer_id, sequence, type, subject, business_date, recorded_at,"
                        + " causation_id, correlation_id, traceparent, data"
                        + " from outbox where position is null order by id limit ?")) {
            statement.setInt(1, limit);
            List<Outgoing> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(Outgoing.from(row));
                }
            }
            connection.commit();
            return events;
        }
    }

    /** Gives each event its place in its tenant's feed. */
    void markSent(List<Outgoing> events) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        events.forEach(event -> counts.merge(event.tenant(), 1L, Long::sum));
        Map<String, Long> next = new HashMap<>();
        try (PreparedStatement heads =
                connection.prepareStatement("insert into feed_head as head (tenant, position) values (?, ?)"
                        + " on conflict (tenant) do update set position = head.position + excluded.position"
                        + " returning position")) {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                heads.setString(1, count.getKey());
                heads.setLong(2, count.getValue());
                try (ResultSet answer = heads.executeQuery()) {
                    answer.next();
                    next.put(count.getKey(), answer.getLong(1) - count.getValue() + 1);
                }
            }
        }
        Long[] ids = events.stream().map(Outgoing::id).toArray(Long[]::new);
        Long[] positions = events.stream()
                .map(event -> next.merge(event.tenant(), 1L, Long::sum) - 1)
                .toArray(Long[]::new);
        try (PreparedStatement mark = connection.prepareStatement("update outbox set position = t.position"
                + " from unnest(?, ?) as t(id, position) where outbox.id = t.id and outbox.position is null")) {
            mark.setArray(1, connection.createArrayOf("bigint", ids));
            mark.setArray(2, connection.createArrayOf("bigint", positions));
            if (mark.executeUpdate() != events.size()) {
                connection.rollback();
                throw new SQLException("another relay marked some of these events");
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
                unlock.setLong(1, LOCK);
                unlock.execute();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** An event on its way to Kafka. */
    record Outgoing(
            long id,
            UUID eventId,
            String tenant,
            String customerId,
            long sequence,
            String type,
            String subject,
            String businessDate,
            String recordedAt,
            String causationId,
            String correlationId,
            String traceparent,
            String data) {

        static Outgoing from(ResultSet row) throws SQLException {
            return new Outgoing(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getTimestamp(9).toInstant().toString(),
                    row.getString(10),
                    row.getString(11),
                    row.getString(12),
                    row.getString(13));
        }
    }
}
