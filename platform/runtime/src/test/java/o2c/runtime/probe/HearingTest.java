package o2c.runtime.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("An event that is heard")
class HearingTest {

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final String customer = "C-" + Ids.next();
    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.connect();
        WhenDisputeOpened.mended = false;
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("takes effect once, in the publisher's order")
    void onceInOrder() {
        for (int i = 1; i <= 20; i++) {
            probe.publish("demo", dispute(customer, "n" + i));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> notes("demo", customer).size() == 20);
        assertThat(notes("demo", customer)).first().isEqualTo("1 n1");
        assertThat(notes("demo", customer)).last().isEqualTo("20 n20");
    }

    @Test
    @DisplayName("twice takes effect once")
    void twice() {
        var first = probe.message("demo", dispute(customer, "a"));
        first.send();
        first.send();
        probe.publish("demo", dispute(customer, "b"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> notes("demo", customer).size() == 2);
        assertThat(notes("demo", customer)).containsExactly("1 a", "2 b");
    }

    @Test
    @DisplayName("belongs to its tenant alone")
    void tenants() {
        probe.publish("demo", dispute(customer, "a"));
        probe.publish("other", dispute(customer, "b"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> notes("other", customer).size() == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> notes("demo", customer).size() == 1);
        assertThat(work.reading("other", () -> sql.list("select tenant from probe_fact", row -> row.getString(1))))
                .containsOnly("other");
    }

    private static DisputeOpened dispute(String customer, String code) {
        UUID id = Ids.next();
        return new DisputeOpened(id, customer, "S", id, "F-1", Money.of("1.00", "EUR"), code, LocalDate.of(2026, 1, 5));
    }

    private List<String> notes(String tenant, String customerId) {
        return work.reading(
                tenant,
                () -> sql.list(
                        "select sequence || ' ' || note from probe_fact where tenant = ? and customer_id"
                                + " = ? order by position",
                        row -> row.getString(1),
                        tenant,
                        customerId));
    }
}
