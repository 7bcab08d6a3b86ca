package o2c.runtime.inbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import o2c.runtime.outbox.Producers;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Shows parked events to whoever watches {@code <topic>.parked}; the table of parked events is what counts. */
@ApplicationScoped
class ParkedTopic {

    private static final Logger LOG = Logger.getLogger(ParkedTopic.class);

    private final Map<String, Object> broker;
    private KafkaProducer<byte[], byte[]> producer;

    ParkedTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    synchronized void send(Envelope event, Reason reason) {
        if (producer == null) {
            producer = Producers.create(broker);
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                event.publisher().topic() + ".parked", bytes(event.tenant() + "|" + event.customerId()), event.data());
        event.headers().forEach((name, value) -> record.headers().add(name, bytes(value)));
        record.headers().add("o2c_reason", bytes(reason.code()));
        record.headers().add("o2c_source", bytes(event.source()));
        producer.send(record, (sent, failure) -> {
            if (failure != null) {
                LOG.warnf("a parked event was not shown on its topic: %s", failure.getMessage());
            }
        });
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
