package o2c.runtime.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that were set aside instead of applied. */
@Path("/v1/parked-events")
@Tag(name = "Operation")
class ParkedEventResource {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;
    private final ParkedRetry retry;

    ParkedEventResource(Sql sql, Tenancy tenancy, Caller caller, ParkedRetry retry) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
        this.retry = retry;
    }

    /**
     * A parked event.
     *
     * @param reason unreadable, undecodable, newer-version, gap, behind-parked, failed or sequence-reused
     * @param source topic, partition and offset where it stood
     * @param data as received, at most 4,000 characters
     */
    record ParkedEventView(
            UUID id,
            String publisher,
            String customerId,
            UUID eventId,
            Long sequence,
            String type,
            String reason,
            String detail,
            String source,
            String data,
            int attempts,
            Instant parkedAt,
            Instant resolvedAt) {

        static ParkedEventView of(ResultSet row) throws SQLException {
            byte[] data = row.getBytes("data");
            String text = data == null ? null : new String(data, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD");
            OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
            return new ParkedEventView(
                    row.getObject("id", UUID.class),
                    row.getString("publisher"),
                    row.getString("customer_id"),
                    row.getObject("event_id", UUID.class),
                    row.getObject("sequence", Long.class),
                    row.getString("type"),
                    row.getString("reason"),
                    row.getString("detail"),
                    row.getString("source"),
                    text == null ? null : text.substring(0, Math.min(4_000, text.length())),
                    row.getInt("attempts"),
                    row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                    resolvedAt == null ? null : resolvedAt.toInstant());
        }
    }

    /** How many events a retry applied. */
    record Retried(int applied) {}

    @GET
    @RolesAllowed("operate")
    @Reads
    @Operation(
            operationId = "listParkedEvents",
            summary = "Events set aside, oldest first",
            description = "Open ones unless resolved=true. Filters: publisher, customerId, reason. Scope: operate.")
    public Page<ParkedEventView> list(
            @QueryParam("publisher") String publisher,
            @QueryParam("customerId") String customerId,
            @QueryParam("reason") String reason,
            @QueryParam("resolved") @DefaultValue("false") boolean resolved,
            @BeanParam Paging paging) {
        List<ParkedEventView> rows = sql.list(
                "select * from parked_event where tenant = ? and (resolved_at is not null) = ?"
                        + " and (?::varchar is null or publisher = ?) and (?::varchar is null or customer_id = ?)"
                        + " and (?::varchar is null or reason = ?) and id > ? order by id limit ?",
                ParkedEventView::of,
                tenancy.tenant(),
                resolved,
                publisher,
                publisher,
                customerId,
                customerId,
                reason,
                reason,
                paging.afterId().orElse(new UUID(0, 0)),
                paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> row.id().toString());
    }

    @POST
    @Path("/{parkedEventId}/retry")
    @RolesAllowed("operate")
    @Operation(
            operationId = "retryParkedEvent",
            summary = "Apply a parked event and what waits behind it",
            description = "In the publisher's order for that customer, until one does not fit. An event of reason"
                    + " sequence-reused is applied on its own. Refusals: 404 parked-event-unknown. Scope: operate.")
    public Retried retry(@PathParam("parkedEventId") UUID parkedEventId) {
        return new Retried(retry.retry(caller.tenant(), parkedEventId));
    }
}
