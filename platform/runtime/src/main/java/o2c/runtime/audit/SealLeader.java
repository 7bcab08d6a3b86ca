package o2c.runtime.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The one process that seals. Lock and seals share a connection: who loses it cannot seal any more. */
final class SealLeader implements AutoCloseable {

    private static final long LOCK = 0x6f32637365616c21L;

    private final Connection connection;
    private final Map<String, Head> heads = new HashMap<>();

    private SealLeader(Connection connection) {
        this.connection = connection;
    }

    /** The last seal of a tenant. */
    record Head(long position, byte[] hash) {

        @Override
        public String toString() {
            return position + " " + HexFormat.of().formatHex(hash);
        }
    }

    private record Waiting(long queueId, Entry entry) {}

    /** Becomes the leader, unless another process is. */
    static Optional<SealLeader> elect(DataSource worker) throws SQLException {
        Connection connection = worker.getConnection();
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            connection.setAutoCommit(false);
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                if (answer.next() && answer.getBoolean(1)) {
                    connection.commit();
                    return Optional.of(new SealLeader(connection));
                }
            }
            release(connection);
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Seals up to {@code limit} committed entries in one transaction; tells how many. */
    int seal(int limit) throws SQLException {
        List<Waiting> waiting = waiting(limit);
        if (!waiting.isEmpty()) {
            try (PreparedStatement seal = connection.prepareStatement(
                    "insert into audit_seal (tenant, position, entry_id, hash, previous_hash)"
                            + " values (?, ?, ?, ?, ?)")) {
                for (Waiting next : waiting) {
                    add(seal, next.entry);
                }
                seal.executeBatch();
            }
            Long[] ids = waiting.stream().map(Waiting::queueId).toArray(Long[]::new);
            try (PreparedStatement done = connection.prepareStatement("delete from audit_unsealed where id = any(?)")) {
                done.setArray(1, connection.createArrayOf("bigint", ids));
                done.executeUpdate();
            }
        }
        connection.commit();
        return waiting.size();
    }

    /** The last seal per tenant, as far as this leader has sealed. */
    Map<String, Head> heads() {
        return Map.copyOf(heads);
    }

    private void add(PreparedStatement seal, Entry entry) throws SQLException {
        Head last = heads.get(entry.tenant());
        if (last == null) {
            last = stored(entry.tenant());
        }
        Head next = new Head(last.position + 1, entry.sealedAfter(last.hash));
        seal.setString(1, entry.tenant());
        seal.setLong(2, next.position);
        seal.setObject(3, entry.id());
        seal.setBytes(4, next.hash);
        seal.setBytes(5, last.hash);
        seal.addBatch();
        heads.put(entry.tenant(), next);
    }

    private Head stored(String tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select position, hash from audit_seal where tenant = ? order by position desc limit 1")) {
            statement.setString(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : new Head(0, Entry.ORIGIN);
            }
        }
    }

    private List<Waiting> waiting(int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select u.id as queue_id, " + Entry.COLUMNS
                + " from audit_unsealed u join audit_entry e on e.id = u.entry_id order by u.id limit ?")) {
            statement.setInt(1, limit);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(row.getLong("queue_id"), Entry.from(row)));
                }
            }
            return waiting;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, LOCK);
            unlock.execute();
        }
        release(connection);
    }

    private static void release(Connection connection) throws SQLException {
        try (connection) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
