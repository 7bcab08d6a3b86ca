package o2c.runtime.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import o2c.contracts.Publisher;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Listens to one publisher on a thread of its own. Each poll is applied in one transaction per tenant, and only then
 * are its offsets committed, once a second and at the end. While the database is away it waits and keeps its place in
 * the group.
 */
final class Subscription implements Runnable {

    private static final Logger LOG = Logger.getLogger(Subscription.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long GAP_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long QUIET_GAP_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Publisher publisher;
    private final Consumer<byte[], byte[]> consumer;
    private final Inbox inbox;
    private final GapFetch gaps;
    private final Iterable<String> tenants;
    private final Predicate<String> isTenant;
    private volatile boolean stopped;
    private volatile long lag;
    private long gapsTriedAt;
    private long toldAt;
    private boolean behind;

    Subscription(
            Publisher publisher, Consumer<byte[], byte[]> consumer, Inbox inbox, GapFetch gaps, Set<String> tenants) {
        this.publisher = publisher;
        this.consumer = consumer;
        this.inbox = inbox;
        this.gaps = gaps;
        this.tenants = tenants;
        this.isTenant = tenants::contains;
    }

    @Override
    public void run() {
        try (consumer) {
            listen();
            commitAtTheEnd();
        }
    }

    private void listen() {
        try {
            consumer.subscribe(List.of(publisher.topic()));
            while (!stopped) {
                pollOnce();
            }
        } catch (WakeupException stopping) {
            LOG.debugf("no longer listening to %s", publisher.key());
        }
    }

    /** What was polled and not applied has been put back by now. */
    private void commitAtTheEnd() {
        try {
            consumer.commitSync(Duration.ofSeconds(2));
        } catch (RuntimeException kafkaIsAway) {
            LOG.debugf("offsets of %s stay where they were: %s", publisher.key(), kafkaIsAway.getMessage());
        }
    }

    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    /** Records of this publisher not yet taken, as of the last poll. */
    long lag() {
        return lag;
    }

    private void pollOnce() {
        ConsumerRecords<byte[], byte[]> records = ConsumerRecords.empty();
        try {
            records = consumer.poll(POLL);
            byTenant(records).forEach(this::hear);
            behind |= !records.isEmpty();
            tellKafka();
            lag = consumer.assignment().stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
            closeGaps();
        } catch (WakeupException e) {
            readAgain(records);
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("listening to %s goes on after: %s", publisher.key(), e.getMessage());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            readAgain(records);
        }
    }

    /** Once a second is enough: what Kafka delivers again after a crash is known by its id. */
    private void tellKafka() {
        if (behind && System.nanoTime() - toldAt > TELL_NANOS) {
            consumer.commitAsync();
            toldAt = System.nanoTime();
            behind = false;
        }
    }

    /** What was not taken is read once more; what was taken already is known by its id. */
    private void readAgain(ConsumerRecords<byte[], byte[]> records) {
        Set<TopicPartition> assigned = consumer.assignment();
        records.partitions().stream()
                .filter(assigned::contains)
                .forEach(partition -> consumer.seek(
                        partition, records.records(partition).get(0).offset()));
    }

    private Map<String, List<Envelope>> byTenant(ConsumerRecords<byte[], byte[]> records) {
        Map<String, List<Envelope>> groups = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Envelope event = Envelope.of(publisher, record, isTenant);
            groups.computeIfAbsent(event.tenant(), tenant -> new ArrayList<>()).add(event);
        }
        return groups;
    }

    private void hear(String tenant, List<Envelope> events) {
        whileAvailable(() -> inbox.hear(publisher, tenant, events));
    }

    /** Tries again for as long as the database is away; any other failure is the caller's. */
    private void whileAvailable(Runnable transaction) {
        for (long pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            try {
                transaction.run();
                return;
            } catch (RuntimeException e) {
                if (stopped) {
                    throw new WakeupException();
                }
                if (!Availability.isMissing(e)) {
                    throw e;
                }
                LOG.warnf("the database is away: %s", e.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                keepPlaceInGroup();
            }
        }
    }

    private void keepPlaceInGroup() {
        consumer.pause(consumer.assignment());
        readAgain(consumer.poll(Duration.ZERO));
        consumer.resume(consumer.assignment());
    }

    private void closeGaps() {
        long pause = inbox.sawGap() ? GAP_PAUSE_NANOS : QUIET_GAP_PAUSE_NANOS;
        if (System.nanoTime() - gapsTriedAt > pause) {
            gapsTriedAt = System.nanoTime();
            tenants.forEach(tenant -> gaps.close(publisher, tenant));
        }
    }
}
