package o2c.policy.reserves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import o2c.contracts.PolicyEvent.ReserveChanged;
import o2c.kernel.Ids;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Own money aside, turnover declared, limits not needed: over REST")
class ReserveResourceTest {

    private static final String TERMS = """
            {"matrix":[{"bucket":"not-due","rate":"1.00"},{"bucket":"days-1-to-30","rate":"2.00"},
             {"bucket":"days-31-to-60","rate":"4.00"},{"bucket":"days-61-to-90","rate":"9.00"},
             {"bucket":"over-90","rate":"28.00"}]}""";

    private final Desk desk = new Desk("demo");
    private final String seller = "S-" + Ids.next();
    private final String customer = "C-" + Ids.next();
    private final String reserve = "R-" + Ids.next();
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
    @DisplayName("Assessed from the ledger, filled, drawn, and told what is missing")
    void aLife() {
        String policyId = desk.policyFor(seller);
        desk.limit(policyId, customer, "1000.00", "2025-06-01");
        probe.publish("demo", Desk.invoice(customer, seller, "N1", "2025-12-20", "2026-01-20", "2000.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer).statusCode(200).body("insured.amount", equalTo("900.00")));

        put(TERMS).statusCode(201).body("fund.amount", equalTo("0.00"));
        post("/assessments", "{}")
                .statusCode(201)
                .body("customers.find { it.customerId == '" + customer + "' }.lossOnAll.amount", equalTo("20.00"))
                .body("customers.find { it.customerId == '" + customer + "' }.lossOnUninsured.amount", equalTo("11.00"))
                .body("fields.bucket", hasItem("not-due"));
        ReserveChanged changed =
                probe.await(ReserveChanged.class, event -> event.reserveId().equals(reserve));
        assertThat(changed.cause()).isEqualTo("assessed");
        post("/allocations", "{\"amount\":{\"amount\":\"50.00\",\"currency\":\"EUR\"}}")
                .statusCode(201)
                .body("fund.amount", equalTo("50.00"));
        post("/draws", "{\"amount\":{\"amount\":\"50.01\",\"currency\":\"EUR\"}}")
                .statusCode(422)
                .body("code", equalTo("fund-insufficient"));
        post("/draws", "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"EUR\"},\"reason\":\"loss\"}")
                .statusCode(201)
                .body("fund.amount", equalTo("30.00"));
        desk.asking()
                .get("/v1/reserves/" + reserve + "/entries")
                .then()
                .body("items.cause", contains("assessed", "allocated", "drawn"));
        desk.asking()
                .get("/v1/reserves/" + reserve + "/roll-rates")
                .then()
                .statusCode(200)
                .body("items", hasSize(5));
        desk.asking()
                .queryParam("asOf", "2025-12-31")
                .get("/v1/reserves/" + reserve + "/assessment")
                .then()
                .statusCode(200)
                .body("customers.find { it.customerId == '" + customer + "' }.open.amount", equalTo("2000.00"));
    }

    @Test
    @DisplayName("A declaration adds up to what was invoiced; a limit that nobody used is listed")
    void declared() {
        String policyId = desk.policyFor(seller);
        desk.limit(policyId, customer, "7000000.00", "2025-06-01");
        probe.publish("demo", Desk.invoice(customer, seller, "D1", "2025-12-20", "2026-01-20", "1000.00"));
        probe.publish("demo", Desk.invoice(customer, seller, "D2", "2025-12-21", "2026-06-20", "300.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer).statusCode(200).body("lines", hasSize(2)));

        String period = "{\"policyId\":\"%s\",\"from\":\"2025-12-01\",\"to\":\"2025-12-31\"}".formatted(policyId);
        desk.posting()
                .body(period)
                .post("/v1/declarations")
                .then()
                .statusCode(201)
                .body("invoiced.amount", equalTo("1300.00"))
                .body("turnover.amount", equalTo("1000.00"))
                .body("byReason.heading", contains("terms-too-long"))
                .body("monthEnds.outstanding.amount", contains("1300.00"))
                .body("premium.amount", equalTo("0.00"));
        desk.asking()
                .queryParam("policyId", policyId)
                .get("/v1/declarations")
                .then()
                .body("items", hasSize(1));
        desk.asking()
                .get("/v1/premium-estimates?policyId=" + policyId + "&from=2025-12-31&to=2025-12-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("period-reversed"));
        desk.asking()
                .get("/v1/over-insurance")
                .then()
                .statusCode(200)
                .body("items.find { it.debtorId == '" + customer + "' }.unused.amount", equalTo("6998700.00"));
    }

    @Test
    @DisplayName("Bad terms and unknown reserves are refused")
    void refusals() {
        put("{\"matrix\":[]}").statusCode(400).body("code", equalTo("rate-missing"));
        put(TERMS.replace("28.00", "128.00")).statusCode(400).body("code", equalTo("percentage-out-of-range"));
        desk.asking().get("/v1/reserves/nowhere").then().statusCode(404).body("code", equalTo("reserve-unknown"));
        put(TERMS).statusCode(201);
        put(TERMS).statusCode(200).header("ETag", "\"1\"");
        post("/allocations", "{\"amount\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/amount"));
        new Desk("other").asking().get("/v1/reserves/" + reserve).then().statusCode(404);
    }

    private ValidatableResponse put(String terms) {
        return desk.asking().body(terms).put("/v1/reserves/" + reserve).then();
    }

    private ValidatableResponse post(String path, String body) {
        return desk.posting().body(body).post("/v1/reserves/" + reserve + path).then();
    }
}
