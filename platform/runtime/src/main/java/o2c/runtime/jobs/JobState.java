package o2c.runtime.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A job as stored. */
record JobState(
        UUID id,
        String tenant,
        String kind,
        String status,
        boolean received,
        String hash,
        String mediaType,
        String parameters,
        Progress progress,
        long position,
        int attempts,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        long epoch,
        boolean leased) {

    static final String COLUMNS = "id, tenant, kind, status, received, hash, media_type, parameters, total, processed,"
            + " rejected, position, attempts, failure, started_at, finished_at, epoch,"
            + " coalesce(leased_until > clock_timestamp(), false) as leased";

    static JobState from(ResultSet row) throws SQLException {
        return new JobState(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("kind"),
                row.getString("status"),
                row.getBoolean("received"),
                row.getString("hash"),
                row.getString("media_type"),
                row.getString("parameters"),
                new Progress(row.getLong("processed"), row.getLong("rejected"), row.getObject("total", Long.class)),
                row.getLong("position"),
                row.getInt("attempts"),
                row.getString("failure"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getLong("epoch"),
                row.getBoolean("leased"));
    }

    boolean hasHeader() {
        return mediaType != null && mediaType.startsWith("text/csv");
    }

    private static Instant instant(OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
