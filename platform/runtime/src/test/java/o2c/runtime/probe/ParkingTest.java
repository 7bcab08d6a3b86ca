package o2c.runtime.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
import o2c.testkit.Tokens;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@QuarkusTestResource(PublisherStub.class)
@DisplayName("An event that cannot be applied")
class ParkingTest {

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final String customer = "P-" + Ids.next();
    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.connect();
        WhenDisputeOpened.mended = false;
        PublisherStub.forget();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("is parked with what follows for that customer; others go on; a retry applies all in order")
    void failing() {
        String other = "Q-" + Ids.next();
        probe.publish("demo", dispute(customer, "a"));
        probe.publish("demo", dispute(customer, "poison"));
        probe.publish("demo", dispute(customer, "b"));
        probe.publish("demo", dispute(other, "c"));
        eventually(() -> assertThat(notes(other)).containsExactly("1 c"));
        eventually(() -> assertThat(reasons()).containsExactly("failed", "behind-parked"));
        assertThat(notes(customer)).containsExactly("1 a");

        WhenDisputeOpened.mended = true;
        assertThat(retryFirst()).isEqualTo(2);
        assertThat(notes(customer)).containsExactly("1 a", "2 poison", "3 b");
        assertThat(reasons()).isEmpty();
        probe.publish("demo", dispute(customer, "d"));
        eventually(() -> assertThat(notes(customer)).hasSize(4));
    }

    @Test
    @DisplayName("because one before it is missing waits until that one was fetched from the publisher")
    void gap() {
        probe.message("demo", dispute(customer, "second")).sequence(2).send();
        probe.message("demo", dispute(customer, "third")).sequence(3).send();
        eventually(() -> assertThat(reasons()).containsExactly("gap", "behind-parked"));
        PublisherStub.willAnswer(customer, Ids.next(), 1, dispute(customer, "lost"));
        eventually(() -> assertThat(notes(customer)).containsExactly("1 lost", "2 second", "3 third"));
        assertThat(reasons()).isEmpty();
    }

    @Test
    @DisplayName("because its number was used before is parked on its own")
    void reused() {
        probe.publish("demo", dispute(customer, "a"));
        eventually(() -> assertThat(notes(customer)).hasSize(1));
        probe.message("demo", dispute(customer, "restored")).sequence(1).send();
        probe.message("demo", dispute(customer, "b")).sequence(2).send();
        eventually(() -> assertThat(notes(customer)).containsExactly("1 a", "2 b"));
        assertThat(reasons()).containsExactly("sequence-reused");
    }

    @Test
    @DisplayName("because it is malformed is parked whole, and the partition goes on")
    void malformed() {
        probe.message("demo", dispute(customer, "x")).data("{not json").send();
        String other = "Q-" + Ids.next();
        probe.message("demo", dispute(other, "x")).withoutHeader("ce_id").send();
        probe.message("demo", dispute(other, "y")).sequence(1).send();
        eventually(() -> assertThat(notes(other)).containsExactly("1 y"));
        eventually(() -> assertThat(reasons()).containsExactly("undecodable"));
        assertThat(probe.awaitRecord(
                                "the parked record",
                                record -> record.topic().equals("o2c.dunning.parked")
                                        && record.key().equals("demo|" + customer))
                        .data())
                .isEqualTo("{not json");
    }

    @Test
    @DisplayName("because its schema is newer is parked")
    void newer() {
        probe.message("demo", dispute(customer, "x"))
                .header("ce_dataschema", "urn:o2c:dunning:DisputeOpened:2")
                .send();
        eventually(() -> assertThat(reasons()).containsExactly("newer-version"));
    }

    private int retryFirst() {
        String id = RestAssured.given()
                .auth()
                .oauth2(Tokens.of("demo", "operate"))
                .queryParam("customerId", customer)
                .get("/v1/parked-events")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("demo", "operate"))
                .post("/v1/parked-events/" + id + "/retry")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .path("applied");
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(check);
    }

    private static DisputeOpened dispute(String customerId, String code) {
        UUID id = Ids.next();
        return new DisputeOpened(
                id, customerId, "S", id, "F-1", Money.of("1.00", "EUR"), code, LocalDate.of(2026, 1, 5));
    }

    private List<String> notes(String customerId) {
        return work.reading(
                "demo",
                () -> sql.list(
                        "select sequence || ' ' || note from probe_fact where tenant = 'demo' and customer_id = ?"
                                + " order by position",
                        row -> row.getString(1),
                        customerId));
    }

    private List<String> reasons() {
        return work.reading(
                "demo",
                () -> sql.list(
                        "select reason from parked_event where tenant = 'demo' and customer_id = ? and"
                                + " resolved_at is null"
                                + " order by sequence",
                        row -> row.getString(1),
                        customer));
    }
}
