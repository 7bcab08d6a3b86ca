package o2c.runtime.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.kernel.Ids;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.CarriedEvent;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("An event that is announced")
class AnnouncingTest {

    @Inject
    Work work;

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.connect();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("reaches Kafka only when its transaction commits")
    void rollback() {
        String customer = "C-" + Ids.next();
        assertThatThrownBy(() -> work.run("demo", () -> {
                    outbox.announce(event(customer, 1));
                    outbox.writeAnnouncements();
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        work.run("demo", () -> outbox.announce(event(customer, 2)));
        CarriedEvent carried =
                probe.awaitCarried(OverdueWithdrawn.class, e -> e.customerId().equals(customer));
        assertThat(sequence(carried)).isEqualTo(1);
        assertThat(carried.event(OverdueWithdrawn.class).invoiceNumber()).isEqualTo("2");
    }

    @Test
    @DisplayName("keeps the order of the commits per customer, whatever the writers' delays, and none is lost")
    void order() throws Exception {
        List<String> customers = List.of("A-" + Ids.next(), "B-" + Ids.next(), "C-" + Ids.next());
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            running.add(writers.submit(() -> write(customers)));
        }
        for (Future<?> each : running) {
            each.get();
        }
        writers.shutdown();
        Map<String, Long> committed = new HashMap<>();
        work.run(
                "demo",
                () -> sql.list(
                        "select customer_id, sequence from stream_head where tenant = 'demo' and customer_id = any(?)",
                        row -> committed.put(row.getString(1), row.getLong(2)),
                        (Object) customers.toArray(String[]::new)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> customers.forEach(customer -> assertThat(sequences(customer))
                        .hasSize(committed.get(customer).intValue())));
        customers.forEach(customer -> assertThat(sequences(customer)).isSorted().doesNotHaveDuplicates());
    }

    private void write(List<String> customers) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < 60; i++) {
            String customer = customers.get(random.nextInt(customers.size()));
            boolean fails = random.nextInt(20) == 0;
            try {
                work.run("demo", () -> {
                    outbox.announce(event(customer, 1));
                    if (random.nextBoolean()) {
                        outbox.announce(event(customer, 2));
                    }
                    outbox.writeAnnouncements();
                    LockSupport.parkNanos(random.nextLong(3_000_000));
                    if (fails) {
                        throw new IllegalStateException("undone");
                    }
                });
            } catch (IllegalStateException undone) {
                assertThat(fails).isTrue();
            }
        }
    }

    private List<Long> sequences(String customer) {
        return probe.records()
                .filter(carried -> carried.key().equals("demo|" + customer))
                .map(AnnouncingTest::sequence)
                .toList();
    }

    private static long sequence(CarriedEvent carried) {
        return Long.parseLong(carried.header("ce_sequence"));
    }

    private static OverdueWithdrawn event(String customer, int number) {
        UUID id = Ids.next();
        return new OverdueWithdrawn(id, customer, "S", String.valueOf(number), LocalDate.of(2026, 1, 5));
    }
}
