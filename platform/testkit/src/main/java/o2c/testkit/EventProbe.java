package o2c.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import o2c.kernel.Event;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Stands in for the other services in a test: publishes events as they would, and collects everything that the suite's
 * topics carry, from the first record on.
 */
public final class EventProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<CarriedEvent> carried = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private EventProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        listener = new Thread(this::listen, "event-probe");
        listener.setDaemon(true);
        listener.start();
    }

    /** Connects to the broker that {@link SuiteServers} started. */
    public static EventProbe connect() {
        return connect(System.getProperty(SuiteServers.KAFKA));
    }

    public static EventProbe connect(String bootstrapServers) {
        return new EventProbe(bootstrapServers);
    }

    /** Publishes the event with the next sequence number of its tenant, publisher and customer; returns its id. */
    public UUID publish(String tenant, Event event) {
        return message(tenant, event).send();
    }

    /** The event as a message of which every part can be changed before it is sent. */
    public EventMessage message(String tenant, Event event) {
        return new EventMessage(producer, bootstrapServers, tenant, event);
    }

    /** Waits until a topic carries a matching event of this type, up to 15 seconds; fails with what came instead. */
    public <E extends Event> E await(Class<E> type, Predicate<E> matches) {
        return awaitCarried(type, matches).event(type);
    }

    /** The same with headers, key and topic. */
    public <E extends Event> CarriedEvent awaitCarried(Class<E> type, Predicate<E> matches) {
        return awaitRecord(
                "an event " + type.getSimpleName(), record -> record.is(type) && matches.test(record.event(type)));
    }

    /** Waits for any record, such as one on a {@code .parked} topic. */
    public CarriedEvent awaitRecord(String wanted, Predicate<CarriedEvent> matches) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = carried.stream().filter(matches).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + PATIENCE.toSeconds() + " s for " + wanted + "; the topics carry "
                        + carried.stream().map(CarriedEvent::toString).toList());
            }
            pause();
        }
    }

    /** The matching events of this type that were seen so far, in the order of their partition. */
    public <E extends Event> List<E> seen(Class<E> type, Predicate<E> matches) {
        return records()
                .filter(record -> record.is(type))
                .map(record -> record.event(type))
                .filter(matches)
                .toList();
    }

    /** Every record that was seen so far. */
    public Stream<CarriedEvent> records() {
        return carried.stream();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            listener.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(1));
    }

    private void listen() {
        try (consumer) {
            Set<String> known = consumer.listTopics().keySet();
            consumer.assign(KafkaBroker.topics().stream()
                    .filter(known::contains)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(EventProbe::partition)
                    .toList());
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> carried.add(CarriedEvent.of(record)));
            }
        } catch (WakeupException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
