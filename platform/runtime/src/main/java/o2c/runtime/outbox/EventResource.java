package o2c.runtime.outbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything this service has announced, for catching up without Kafka. */
@Path("/v1/events")
@Tag(name = "Events")
class EventResource {

    private static final String COLUMNS = "event_id, type, subject, customer_id, sequence, business_date, recorded_at,"
            + " causation_id, correlation_id, traceparent, data, position";

    private final Sql sql;
    private final Tenancy tenancy;

    EventResource(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * One event as announced.
     *
     * @param sequence gapless per customer
     * @param position its place in this feed, null while it has not been sent to Kafka
     * @param dataSchema name of the JSON Schema, ending with its major version
     */
    record EventView(
            UUID id,
            String type,
            String subject,
            String customerId,
            long sequence,
            LocalDate businessDate,
            Instant time,
            String causationId,
            String correlationId,
            String traceparent,
            String dataSchema,

            @JsonRawValue @Schema(implementation = Object.class)
            String data,

            Long position) {

        static EventView of(ResultSet row) throws SQLException {
            return new EventView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4).isEmpty() ? null : row.getString(4),
                    row.getLong(5),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    Wire.schemaOf(row.getString(2)),
                    row.getString(11),
                    row.getObject(12, Long.class));
        }
    }

    @GET
    @RolesAllowed("events:read")
    @Reads
    @Operation(
            operationId = "listEvents",
            summary = "Announced events, oldest first",
            description = "Without customerId: all sent events of the tenant in feed order, optionally of one type;"
                    + " go on with nextCursor. With customerId and fromSequence: that customer's events by number,"
                    + " also those not yet sent. Refusals: 400 cursor-malformed, limit-out-of-range,"
                    + " customer-id-missing. Scope: events:read.")
    public Page<EventView> list(
            @QueryParam("type") String type,
            @QueryParam("customerId") String customerId,
            @QueryParam("fromSequence") Long fromSequence,
            @BeanParam Paging paging) {
        if (fromSequence != null && customerId == null) {
            throw RuleBroken.invalid("customer-id-missing", "fromSequence counts within one customer")
                    .at("/customerId");
        }
        return customerId == null ? feed(type, paging) : ofCustomer(type, customerId, fromSequence, paging);
    }

    private Page<EventView> feed(String type, Paging paging) {
        List<EventView> rows = sql.list(
                "select " + COLUMNS + " from outbox where tenant = ? and position > ?"
                        + " and (?::varchar is null or type = ?) order by position limit ?",
                EventView::of,
                tenancy.tenant(),
                paging.afterNumber().orElse(0L),
                type,
                type,
                paging.limit() + 1);
        return Page.of(rows, paging.limit(), event -> String.valueOf(event.position()));
    }

    private Page<EventView> ofCustomer(String type, String customerId, Long fromSequence, Paging paging) {
        long from = paging.afterNumber().map(last -> last + 1).orElse(fromSequence == null ? 1 : fromSequence);
        List<EventView> rows = sql.list(
                "select " + COLUMNS + " from outbox where tenant = ? and customer_id = ? and sequence >= ?"
                        + " and (?::varchar is null or type = ?) order by sequence limit ?",
                EventView::of,
                tenancy.tenant(),
                customerId,
                from,
                type,
                type,
                paging.limit() + 1);
        return Page.of(rows, paging.limit(), event -> String.valueOf(event.sequence()));
    }
}
