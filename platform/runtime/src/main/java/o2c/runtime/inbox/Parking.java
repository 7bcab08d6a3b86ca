package o2c.runtime.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.contracts.Publisher;
import o2c.kernel.Ids;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/** Events set aside: kept whole, with their key and reason, counted and retryable in order. */
@ApplicationScoped
class Parking {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "id, publisher, customer_id, event_id, sequence, type, reason, headers, data, source";

    private final Sql sql;
    private final ParkedTopic topic;
    private final MeterRegistry meters;

    Parking(Sql sql, ParkedTopic topic, MeterRegistry meters) {
        this.sql = sql;
        this.topic = topic;
        this.meters = meters;
    }

    /** A parked event as stored. */
    record Parked(UUID id, Reason reason, Envelope envelope) {}

    void park(Envelope event, Reason reason, String detail) {
        Heard heard = event.heard();
        sql.update(
                "insert into parked_event (id, tenant, publisher, customer_id, event_id, sequence, type,"
                        + " reason, detail,"
                        + " headers, data, source) values (?, ?, ?, ?, ?, ?, left(?, 200), ?, left(?, 1000), ?, ?, ?)"
                        + " on conflict do nothing",
                Ids.next(),
                Unit.current().tenant(),
                event.publisher().key(),
                event.customerId(),
                heard == null ? null : heard.eventId(),
                heard == null ? null : heard.sequence(),
                clean(event.type()),
                reason.code(),
                clean(detail),
                clean(json(event.headers())),
                event.data(),
                event.source());
        Unit.current().afterCommit(() -> topic.send(event, reason));
        meters.counter("o2c.events.parked", "publisher", event.publisher().key(), "reason", reason.code())
                .increment();
    }

    Optional<Parked> find(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from parked_event where tenant = ? and id = ? and resolved_at is null",
                this::parked,
                Unit.current().tenant(),
                id);
    }

    /** The next parked event of a customer, in the publisher's order. */
    Optional<Parked> peek(Publisher publisher, String customerId) {
        return sql.first(
                "select " + COLUMNS + " from parked_event where tenant = ? and publisher = ? and customer_id = ?"
                        + " and resolved_at is null and event_id is not null and reason = any(?)"
                        + " order by sequence limit 1",
                this::parked,
                Unit.current().tenant(),
                publisher.key(),
                customerId,
                Reason.blocking());
    }

    /** Locks a parked event; false when somebody resolved it meanwhile. */
    boolean isOpen(UUID id) {
        return sql.first(
                        "select true from parked_event where tenant = ? and id = ? and resolved_at is null for update",
                        row -> row.getBoolean(1),
                        Unit.current().tenant(),
                        id)
                .orElse(false);
    }

    /** Customers of whom a number is missing, any of them first: one that cannot be helped must not starve others. */
    List<String> withGaps(Publisher publisher, int limit) {
        return sql.list(
                "select customer_id from parked_event where tenant = ? and publisher = ?"
                        + " and resolved_at is null and reason = ? group by customer_id order by random() limit ?",
                row -> row.getString(1),
                Unit.current().tenant(),
                publisher.key(),
                Reason.GAP.code(),
                limit);
    }

    void resolve(UUID id) {
        sql.update(
                "update parked_event set resolved_at = now(), attempts = attempts + 1 where tenant = ? and id = ?",
                Unit.current().tenant(),
                id);
    }

    void countAttempt(UUID id, String detail) {
        sql.update(
                "update parked_event set attempts = attempts + 1, detail = left(?, 1000) where tenant = ? and id = ?",
                clean(detail),
                Unit.current().tenant(),
                id);
    }

    private Parked parked(ResultSet row) throws SQLException {
        Map<String, String> headers = headers(row.getString("headers"));
        Publisher publisher = Publisher.ofKey(row.getString("publisher")).orElseThrow();
        UUID eventId = row.getObject("event_id", UUID.class);
        Heard heard = eventId == null
                ? null
                : new Heard(
                        eventId,
                        publisher,
                        row.getLong("sequence"),
                        LocalDate.parse(headers.get("ce_businessdate")),
                        Instant.parse(headers.get("ce_time")),
                        headers.getOrDefault("ce_correlationid", ""),
                        headers.get("traceparent"));
        String code = row.getString("reason");
        Reason reason = List.of(Reason.values()).stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow();
        Envelope envelope = new Envelope(
                publisher,
                Unit.current().tenant(),
                row.getString("customer_id"),
                heard,
                row.getString("type"),
                Envelope.majorOf(headers.get("ce_dataschema")),
                row.getBytes("data"),
                headers,
                Envelope.FETCHED,
                row.getString("source"));
        return new Parked(row.getObject("id", UUID.class), reason, envelope);
    }

    private static String clean(String text) {
        return text == null ? "" : text.replace('\u0000', '?');
    }

    private static String json(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
