package o2c.runtime.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import o2c.runtime.outbox.RelayLeader.Outgoing;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.work.Committed;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Sends unsent events to Kafka: by status, one leader per service, every acknowledgement awaited before marking. It is
 * woken in memory after each commit of this process and by a notification from other processes; slow polling stands
 * behind both. While Kafka is away it backs off, and requests go on.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final long POLL_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Settings settings;
    private final AgroalDataSource worker;
    private final Map<String, Object> broker;
    private final Bell bell;
    private volatile boolean leading;
    private volatile boolean stopped;
    private Thread thread;
    private KafkaProducer<byte[], byte[]> producer;

    Relay(
            Settings settings,
            @DataSource("worker") AgroalDataSource worker,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.settings = settings;
        this.worker = worker;
        this.broker = broker;
        this.bell = new Bell(worker);
    }

    void start(@Observes @Priority(10) StartupEvent started) {
        bell.listen();
        thread = new Thread(this::run, "relay");
        thread.start();
    }

    void stop(@Observes @Priority(10) ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        bell.close();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    void wake(@Observes Committed commit) {
        if (commit.announced()) {
            if (leading) {
                bell.ring();
            } else {
                bell.ringElsewhere();
            }
        }
    }

    /** Whether this process is the one that sends. */
    public boolean isLeading() {
        return leading;
    }

    private void run() {
        long pause = POLL_MILLIS;
        while (!stopped) {
            try (RelayLeader leader = RelayLeader.elect(worker).orElse(null)) {
                leading = leader != null;
                if (leading) {
                    pause = POLL_MILLIS;
                    lead(leader);
                }
            } catch (SQLException | ExecutionException | RuntimeException e) {
                LOG.warnf("relay pauses for %d ms: %s", pause, e.getMessage());
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                stopped = true;
            } finally {
                leading = false;
            }
            bell.await(pause);
        }
        Optional.ofNullable(producer).ifPresent(open -> open.close(java.time.Duration.ofSeconds(2)));
    }

    private void lead(RelayLeader leader) throws SQLException, ExecutionException, InterruptedException {
        while (!stopped) {
            List<Outgoing> events = leader.unsent(BATCH);
            if (!events.isEmpty()) {
                send(events);
                leader.markSent(events);
            }
            if (events.size() < BATCH) {
                bell.await(POLL_MILLIS);
            }
        }
    }

    private void send(List<Outgoing> events) throws ExecutionException, InterruptedException {
        if (producer == null) {
            producer = Producers.create(broker);
        }
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(events.size());
        events.forEach(event -> acknowledgements.add(producer.send(Wire.record(settings.publisher(), event))));
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }
}
