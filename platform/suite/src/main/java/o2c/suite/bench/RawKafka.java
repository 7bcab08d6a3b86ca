package o2c.suite.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import o2c.suite.rest.CannotGoOn;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the broker alone takes for a record of an event's size, from send to receipt. */
final class RawKafka {

    private static final int SIZE = 700;

    /** Kept here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTY = Logger.getLogger("org.apache.kafka");

    private RawKafka() {}

    /** Nanoseconds of each round trip after the warm-up, on a topic of its own that is removed again. */
    static List<Long> roundTrips(String bootstrapServers, int warmUp, int times) {
        CHATTY.setLevel(Level.SEVERE);
        String topic = "bench-" + System.currentTimeMillis();
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            try {
                return measure(bootstrapServers, topic, warmUp, times);
            } finally {
                admin.deleteTopics(List.of(topic)).all().get();
            }
        } catch (ExecutionException e) {
            throw new CannotGoOn("Kafka could not be measured: " + e.getCause().getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted.");
        }
    }

    private static List<Long> measure(String servers, String topic, int warmUp, int times)
            throws InterruptedException, ExecutionException {
        Map<String, Object> reading = Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        Map<String, Object> writing = Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0);
        SynchronousQueue<Long> received = new SynchronousQueue<>();
        try (var producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            Thread reader = new Thread(() -> read(consumer, received), "raw-kafka");
            reader.start();
            List<Long> taken = new ArrayList<>();
            for (int i = 0; i < warmUp + times; i++) {
                long begin = System.nanoTime();
                producer.send(new ProducerRecord<>(topic, new byte[SIZE])).get();
                Long at = received.poll(10, TimeUnit.SECONDS);
                if (at != null && i >= warmUp) {
                    taken.add(at - begin);
                }
                Thread.sleep(10);
            }
            consumer.wakeup();
            reader.join();
            return taken;
        }
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, SynchronousQueue<Long> received) {
        try {
            while (true) {
                int count = consumer.poll(Duration.ofSeconds(1)).count();
                long at = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    received.put(at);
                }
            }
        } catch (WakeupException done) {
            Thread.currentThread().setName("raw-kafka-done");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
