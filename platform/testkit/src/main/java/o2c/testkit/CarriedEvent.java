package o2c.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.kernel.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as a topic carries it.
 *
 * @param key {@code <tenant>|<customerId>}
 * @param headers CloudEvents attributes by header name, such as {@code ce_type}
 * @param data the JSON text
 */
public record CarriedEvent(
        String topic, int partition, long offset, String key, Map<String, String> headers, String data) {

    static CarriedEvent of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? null : new String(header.value(), UTF_8));
        }
        return new CarriedEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                Map.copyOf(headers),
                record.value() == null ? "" : new String(record.value(), UTF_8));
    }

    /** A header's text, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    public String tenant() {
        return header("ce_tenant");
    }

    public long sequence() {
        return Long.parseLong(header("ce_sequence"));
    }

    /** Whether this is an event of the type, on its publisher's own topic. */
    public boolean is(Class<? extends Event> type) {
        return Publisher.ofKey(topic.replace("o2c.", ""))
                .map(publisher -> publisher.types().get(header("ce_type")))
                .filter(type::equals)
                .isPresent();
    }

    /** The data as the event it is. */
    public <E extends Event> E event(Class<E> type) {
        return EventJson.read(data.getBytes(UTF_8), type);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "@" + offset + " " + header("ce_type") + " " + key + " #"
                + header("ce_sequence");
    }
}
