package o2c.runtime.outbox;

import java.nio.charset.StandardCharsets;
import o2c.contracts.Publisher;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** How an event travels: CloudEvents 1.0 in binary mode, key {@code <tenant>|<customerId>}, JSON as data. */
final class Wire {

    private Wire() {}

    static ProducerRecord<byte[], byte[]> record(Publisher publisher, RelayLeader.Outgoing event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                publisher.topic(), bytes(event.tenant() + "|" + event.customerId()), bytes(event.data()));
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.eventId().toString());
        put(headers, "ce_source", "/o2c/" + publisher.key());
        put(headers, "ce_type", event.type());
        put(headers, "ce_subject", event.subject());
        put(headers, "ce_time", event.recordedAt());
        put(headers, "ce_dataschema", schemaOf(event.type()));
        put(headers, "ce_tenant", event.tenant());
        put(headers, "ce_businessdate", event.businessDate());
        put(headers, "ce_sequence", Long.toString(event.sequence()));
        put(headers, "ce_causationid", event.causationId());
        put(headers, "ce_correlationid", event.correlationId());
        put(headers, "content-type", "application/json");
        put(headers, "traceparent", event.traceparent());
        return record;
    }

    /** The schema's name ends with the major version of the event. */
    static String schemaOf(String type) {
        return "urn:" + type.replace('.', ':') + ":1";
    }

    private static void put(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, bytes(value));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
