package o2c.runtime.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An audit entry as stored, and how it is sealed. */
record Entry(
        UUID id,
        String tenant,
        Instant recordedAt,
        LocalDate businessDate,
        String actor,
        String client,
        String action,
        String subject,
        String details,
        String traceId) {

    static final String COLUMNS = "e.id, e.tenant, e.recorded_at, e.business_date, e.actor, e.client, e.action,"
            + " e.subject, e.details, e.trace_id";

    /** The chain's beginning. */
    static final byte[] ORIGIN = new byte[32];

    static Entry from(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_date", LocalDate.class),
                row.getString("actor"),
                row.getString("client"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"),
                row.getString("trace_id"));
    }

    /** SHA-256 over the seal before and every field, each after its length, so that none flows into another. */
    byte[] sealedAfter(byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(previous);
        for (Object field : new Object[] {
            tenant, id, recordedAt.toEpochMilli(), businessDate, actor, client, action, subject, details, traceId
        }) {
            byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
