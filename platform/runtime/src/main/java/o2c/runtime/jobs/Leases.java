package o2c.runtime.jobs;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/** Who may run which job: leases timed by the database's clock, each with an epoch that only ever grows. */
@ApplicationScoped
class Leases {

    private final AgroalDataSource worker;

    Leases(@DataSource("worker") AgroalDataSource worker) {
        this.worker = worker;
    }

    /** Takes the oldest job that nobody runs, of any tenant. */
    Optional<JobState> claim(Collection<String> kinds) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement statement = connection.prepareStatement("update job set epoch = epoch + 1,"
                        + " attempts = attempts + 1, leased_until = " + JobStore.LEASE
                        + " where id = (select id from job where status = 'running' and received and kind = any(?)"
                        + " and (leased_until is null or leased_until < clock_timestamp())"
                        + " order by started_at, id limit 1 for update skip locked) returning " + JobState.COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("varchar", kinds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(JobState.from(row)) : Optional.empty();
            }
        }
    }

    /** Keeps the leases of jobs that run; a row that its own batch holds needs no help. */
    void extend(Collection<JobState> running) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement statement = connection.prepareStatement("update job set leased_until = "
                        + JobStore.LEASE + " where id in (select id from job where id = any(?)"
                        + " and epoch = any(?) and status = 'running' for update skip locked)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", running.stream().map(JobState::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", running.stream().map(JobState::epoch).toArray()));
            statement.executeUpdate();
        }
    }

    /** Gives a job back, to be taken after a pause. */
    void release(JobState job, int pauseSeconds) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement statement = connection.prepareStatement("update job set leased_until ="
                        + " clock_timestamp() + make_interval(secs => ?) where id = ? and epoch = ?")) {
            statement.setInt(1, pauseSeconds);
            statement.setObject(2, job.id());
            statement.setLong(3, job.epoch());
            statement.executeUpdate();
        }
    }

    /** Forgets uploads that broke off an hour ago. */
    void removeBrokenUploads() throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from job where not received"
                        + " and leased_until < clock_timestamp() - interval '1 hour'")) {
            statement.executeUpdate();
        }
    }
}
