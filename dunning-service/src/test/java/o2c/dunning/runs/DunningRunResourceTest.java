package o2c.dunning.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.ReminderSent;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The run of a day")
class DunningRunResourceTest {

    /** Monday, 12 January is at +10 for the first, at +3 for the second due day. */
    private static final LocalDate RUN = LocalDate.parse("2026-01-15");

    private final Ledger ledger = new Ledger("runs");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @Order(1)
    @DisplayName("bundles what is due per customer, nets cash, and leaves alone who paid")
    void bundles() {
        Item older = ledger.issue("B-1", "R-1", LocalDate.parse("2026-01-06"), "100.00");
        Item newer = ledger.issue("B-1", "R-2", LocalDate.parse("2026-01-12"), "200.00");
        ledger.issue("B-2", "R-3", LocalDate.parse("2026-01-12"), "50.00");
        Item settled = ledger.issue("B-3", "R-4", LocalDate.parse("2026-01-12"), "70.00");
        ledger.openUntil(RUN.minusDays(1));
        ledger.receive("B-1", "30.00");
        ledger.receive("B-2", "50.00");
        ledger.pay(settled, "70.00", "0.00");

        ledger.openUntil(RUN);

        ReminderSent sent = ledger.probe()
                .await(
                        ReminderSent.class,
                        one -> one.customerId().equals("B-1") && one.sentOn().equals(RUN));
        assertThat(sent.amount().toString()).isEqualTo("270.00 EUR");
        assertThat(sent.invoices()).containsExactly(older.id(), newer.id());
        assertThat(messagesOn(RUN)).containsExactly("B-1");
        ledger.get("/v1/invoices/{id}/why?date={day}", settled.id(), RUN.toString())
                .then()
                .body("reason", equalTo("settled"));
        ledger.get("/v1/messages/{id}", sent.messageId())
                .then()
                .body("netted.amount", equalTo("30.00"))
                .body("items.size()", equalTo(2));
    }

    @Test
    @Order(2)
    @DisplayName("is not repeated, and tells what it did")
    void alreadyRun() {
        ledger.post("/v1/dunning-runs?dryRun=false", "", "dunning:write")
                .statusCode(409)
                .body("code", equalTo("already-run"))
                .body("detail", containsString("1 messages"));
        ledger.get("/v1/dunning-runs/{day}", RUN.toString())
                .then()
                .statusCode(200)
                .body("messages", equalTo(1));
        ledger.get("/v1/dunning-runs/2026-01-05").then().statusCode(404).body("code", equalTo("run-unknown"));
    }

    @Test
    @Order(3)
    @DisplayName("can be tried out as often as one likes: nothing is stored, nothing announced")
    void dryRun() {
        Item late = ledger.issue("B-9", "R-9", LocalDate.parse("2026-01-09"), "80.00");
        ledger.announce(ledger.overdue(late, RUN, false));
        long before = messages();

        for (int i = 0; i < 2; i++) {
            ledger.as("dunning:write")
                    .post("/v1/dunning-runs")
                    .then()
                    .statusCode(200)
                    .body("dryRun", equalTo(true));
        }

        assertThat(messages()).isEqualTo(before);
        assertThat(ledger.probe()
                        .seen(ReminderSent.class, sent -> sent.customerId().equals("B-9")))
                .isEmpty();
    }

    @Test
    @Order(4)
    @DisplayName("shows in a dry run what the next one would send, and takes no step twice")
    void dryRunShowsBundles() {
        Item item = ledger.issue("B-10", "R-10", LocalDate.parse("2026-01-18"), "60.00");
        ledger.openNext();
        ledger.openUntil(LocalDate.parse("2026-01-19"));

        ledger.as("dunning:write")
                .post("/v1/dunning-runs?dryRun=true")
                .then()
                .statusCode(200)
                .body("items.customerId", equalTo(List.of()))
                .body("comparedWith", equalTo("2026-01-16"))
                .body("quiet.customerId", hasItem("B-9"));
        ledger.openUntil(LocalDate.parse("2026-01-21"));
        ledger.get("/v1/invoices/{id}/plan", item.id())
                .then()
                .body("taken.size()", equalTo(1))
                .body("taken.level", hasItem(1));
        ledger.get("/v1/messages?sentFrom=2026-01-21&sentTo=2026-01-21&sellerId=S-1")
                .then()
                .body("items.customerId", containsInAnyOrder("B-10"));
    }

    @Test
    @Order(5)
    @DisplayName("refuses what it does not understand, and callers without the scope")
    void refusals() {
        ledger.as("dunning:write").post("/v1/dunning-runs?dryRun=maybe").then().statusCode(400);
        ledger.as("dunning:read").post("/v1/dunning-runs").then().statusCode(403);
        ledger.get("/v1/messages?sentOn=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/sentOn"));
        ledger.get("/v1/messages/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("message-unknown"));
    }

    private List<String> messagesOn(LocalDate day) {
        return ledger.get("/v1/messages?sentOn={day}", day.toString())
                .jsonPath()
                .getList("items.customerId");
    }

    private long messages() {
        return ledger.get("/v1/messages?limit=200").jsonPath().getList("items").size();
    }
}
