package o2c.runtime.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import o2c.contracts.Publisher;
import o2c.runtime.tenancy.Settings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Listens to the three other services from start to stop. */
@ApplicationScoped
public class Consumers {

    private final Settings settings;
    private final Map<String, Object> broker;
    private final Inbox inbox;
    private final GapFetch gaps;
    private final MeterRegistry meters;
    private final Map<Publisher, Subscription> subscriptions = new EnumMap<>(Publisher.class);
    private final List<Thread> threads = new ArrayList<>();

    Consumers(
            Settings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Inbox inbox,
            GapFetch gaps,
            MeterRegistry meters) {
        this.settings = settings;
        this.broker = broker;
        this.inbox = inbox;
        this.gaps = gaps;
        this.meters = meters;
    }

    void start(@Observes @Priority(100) StartupEvent started) {
        if (!settings.consume()) {
            return;
        }
        for (Publisher publisher : Publisher.values()) {
            if (publisher != settings.publisher()) {
                listenTo(publisher);
            }
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        subscriptions.values().forEach(Subscription::stop);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        }
    }

    /** Records per publisher that are not yet taken, as of the last poll of each. */
    public Map<Publisher, Long> lag() {
        Map<Publisher, Long> lag = new EnumMap<>(Publisher.class);
        subscriptions.forEach((publisher, subscription) -> lag.put(publisher, subscription.lag()));
        return lag;
    }

    private void listenTo(Publisher publisher) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "o2c-" + settings.publisher().key() + "-" + publisher.key());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Subscription subscription = new Subscription(
                publisher, consumer, inbox, gaps, settings.tenants().keySet());
        subscriptions.put(publisher, subscription);
        meters.gauge("o2c.events.lag", Tags.of("publisher", publisher.key()), subscription, Subscription::lag);
        Thread thread = new Thread(subscription, "listen-" + publisher.key());
        threads.add(thread);
        thread.start();
    }
}
