package o2c.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One event on its way to a topic; every part of it can be replaced, so that a test can also send what is wrong. */
public final class EventMessage {

    /** Sequence numbers drawn so far, by broker, tenant, publisher and customer. */
    private static final Map<String, Long> SEQUENCES = new ConcurrentHashMap<>();

    private final KafkaProducer<String, byte[]> producer;
    private final String counter;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private UUID id = Ids.next();
    private Long sequence;
    private String topic;
    private String key;
    private byte[] data;

    EventMessage(KafkaProducer<String, byte[]> producer, String bootstrapServers, String tenant, Event event) {
        Publisher publisher = Publisher.of(event);
        this.producer = producer;
        topic = publisher.topic();
        key = tenant + "|" + (event.customerId() == null ? "" : event.customerId());
        counter = bootstrapServers + "|" + topic + "|" + key;
        data = EventJson.write(event);
        headers.put("ce_specversion", "1.0");
        headers.put("ce_source", "/o2c/" + publisher.key());
        headers.put("ce_type", Publisher.typeOf(event));
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put("ce_dataschema", "https://o2c.example/schemas/" + Publisher.typeOf(event) + ".v1.json");
        headers.put("content-type", "application/json");
        headers.put("ce_tenant", tenant);
        headers.put("ce_businessdate", SuiteServers.FIRST_DAY);
        headers.put("ce_correlationid", Ids.next().toString());
        headers.put("traceparent", "00-" + hex(32) + "-" + hex(16) + "-01");
    }

    /** Another event id, such as that of a message sent before. */
    public EventMessage id(UUID other) {
        id = other;
        return this;
    }

    /** This sequence number instead of the next one; the next one then follows this. */
    public EventMessage sequence(long number) {
        sequence = number;
        return this;
    }

    public EventMessage businessDate(LocalDate day) {
        return header("ce_businessdate", day.toString());
    }

    /** The event that caused this one. */
    public EventMessage causedBy(UUID eventId) {
        return header("ce_causationid", eventId.toString());
    }

    public EventMessage header(String name, String text) {
        headers.put(name, text);
        return this;
    }

    public EventMessage withoutHeader(String header) {
        headers.put(header, null);
        return this;
    }

    public EventMessage key(String other) {
        key = other;
        return this;
    }

    public EventMessage topic(String other) {
        topic = other;
        return this;
    }

    /** Other data than the event's, such as text that is no JSON; null makes a tombstone. */
    public EventMessage data(String text) {
        return data(text == null ? null : text.getBytes(UTF_8));
    }

    /** The same in bytes, which need not even be text. */
    public EventMessage data(byte[] bytes) {
        data = bytes;
        return this;
    }

    /** Sends, waits for the broker's word, and returns the event id. */
    public UUID send() {
        if (!headers.containsKey("ce_id")) {
            headers.put("ce_id", id.toString());
        }
        if (!headers.containsKey("ce_sequence")) {
            headers.put("ce_sequence", String.valueOf(drawSequence()));
        }
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, data);
        headers.forEach((name, text) -> {
            if (text != null) {
                record.headers().add(name, text.getBytes(UTF_8));
            }
        });
        try {
            producer.send(record).get();
            return id;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka refused the event", e);
        }
    }

    private long drawSequence() {
        return SEQUENCES.merge(
                counter, sequence == null ? 1 : sequence, (last, first) -> sequence == null ? last + 1 : sequence);
    }

    private static String hex(int digits) {
        return (Ids.next().toString() + Ids.next()).replace("-", "").substring(0, digits);
    }
}
