package o2c.runtime.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import o2c.contracts.Publisher;
import o2c.runtime.tenancy.Settings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the topics are as they must be. A broker that does not answer leaves the service ready, only degraded:
 * requests need PostgreSQL alone. A topic that is missing or has another number of partitions breaks the order of
 * events, and so makes it not ready.
 */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int MISSING = 0;

    private final Map<String, Object> broker;
    private final int partitions;
    private final Thread watch = new Thread(this::run, "broker-health");
    private volatile Map<String, Integer> topics;

    BrokerHealth(
            @Identifier("default-kafka-broker") Map<String, Object> broker, Settings settings, MeterRegistry meters) {
        this.broker = broker;
        this.partitions = settings.partitions();
        meters.gauge("o2c.kafka.reachable", this, health -> health.topics == null ? 0 : 1);
    }

    void start(@Observes StartupEvent started) {
        watch.setDaemon(true);
        watch.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        watch.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Integer> seen = topics;
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Kafka topics");
        if (seen == null) {
            return answer.up()
                    .withData("broker", "away")
                    .withData("degraded", true)
                    .build();
        }
        List<String> wrong = seen.entrySet().stream()
                .filter(topic -> topic.getValue() != partitions)
                .map(topic -> topic.getValue() == MISSING
                        ? topic.getKey() + " is missing"
                        : topic.getKey() + " has " + topic.getValue() + " partitions, not " + partitions)
                .toList();
        answer.status(wrong.isEmpty()).withData("broker", "reachable").withData("degraded", false);
        return wrong.isEmpty()
                ? answer.build()
                : answer.withData("topics", String.join("; ", wrong)).build();
    }

    private void run() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("request.timeout.ms", (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(settings)) {
            while (!Thread.currentThread().isInterrupted()) {
                look(admin);
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin) throws InterruptedException {
        List<String> names = Stream.of(Publisher.values()).map(Publisher::topic).toList();
        Map<String, Integer> seen = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                seen.put(
                        topic.getKey(),
                        topic.getValue()
                                .get(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS)
                                .partitions()
                                .size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    topics = null;
                    return;
                }
                seen.put(topic.getKey(), MISSING);
            } catch (TimeoutException e) {
                topics = null;
                return;
            }
        }
        topics = seen;
    }
}
