package o2c.runtime.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import o2c.contracts.Publisher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it came, before anything is believed of it.
 *
 * @param tenant {@code system} when none could be read
 * @param customerId empty when it concerns no single customer
 * @param heard null when a header that is needed could not be read
 * @param type CloudEvents type
 * @param majorVersion of its schema
 * @param partition of the topic, or {@link #FETCHED}
 * @param source where it stood: {@code topic/partition/offset}, or its place in the publisher's feed
 */
record Envelope(
        Publisher publisher,
        String tenant,
        String customerId,
        Heard heard,
        String type,
        int majorVersion,
        byte[] data,
        Map<String, String> headers,
        int partition,
        String source) {

    /** It did not come through Kafka: the publisher was asked for it. */
    static final int FETCHED = -1;

    static final String NOBODY = "system";
    private static final Pattern VERSION = Pattern.compile("[:.]v?(\\d{1,4})(?:\\.json)?$");

    boolean isReadable() {
        return heard != null;
    }

    static Envelope of(Publisher publisher, ConsumerRecord<byte[], byte[]> record, Predicate<String> isTenant) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : text(header.value()));
        }
        String[] key = record.key() == null ? new String[0] : text(record.key()).split("\\|", 2);
        String tenant = Optional.ofNullable(headers.get("ce_tenant")).orElse(key.length == 2 ? key[0] : "");
        boolean known = isTenant.test(tenant);
        boolean keyed = known && key.length == 2 && key[0].equals(tenant) && key[1].length() <= 64;
        return new Envelope(
                publisher,
                known ? tenant : NOBODY,
                keyed ? key[1] : "",
                keyed && record.value() != null ? heard(publisher, headers) : null,
                headers.getOrDefault("ce_type", ""),
                majorOf(headers.get("ce_dataschema")),
                record.value(),
                headers,
                record.partition(),
                record.topic() + "/" + record.partition() + "/" + record.offset());
    }

    private static Heard heard(Publisher publisher, Map<String, String> headers) {
        try {
            return new Heard(
                    UUID.fromString(headers.get("ce_id")),
                    publisher,
                    Long.parseLong(headers.get("ce_sequence")),
                    LocalDate.parse(headers.get("ce_businessdate")),
                    Instant.parse(headers.get("ce_time")),
                    headers.getOrDefault("ce_correlationid", ""),
                    headers.get("traceparent"));
        } catch (RuntimeException headerMissing) {
            return null;
        }
    }

    /** The schema's name ends with its major version: {@code …:2} or {@code ….v2.json}; 1 when it names none. */
    static int majorOf(String schema) {
        Matcher version = VERSION.matcher(schema == null ? "" : schema);
        return version.find() ? Integer.parseInt(version.group(1)) : 1;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
