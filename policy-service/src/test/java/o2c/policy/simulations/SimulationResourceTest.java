package o2c.policy.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import o2c.contracts.CreditEvent.OrderApproved;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("What would be: another policy over the past, the limit over the next days")
class SimulationResourceTest {

    private final Desk desk = new Desk("demo");
    private final String seller = "S-" + Ids.next();
    private final String customer = "C-" + Ids.next();
    private EventProbe probe;
    private String policyId;

    @BeforeEach
    void start() {
        probe = EventProbe.connect();
        policyId = desk.policyFor(seller);
        desk.limit(policyId, customer, "1000.00", "2025-06-01");
        probe.publish("demo", Desk.invoice(customer, seller, "N1", "2025-12-20", "2026-01-20", "900.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer).statusCode(200).body("insured.amount", equalTo("810.00")));
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("Half the insured percentage at a rate of one percent: more uninsured, a premium, nothing agreed on")
    void anotherPolicy() {
        String job = desk.asking()
                .body(question("\"insuredPercentage\":\"45.00\",\"premium\":{\"rate\":\"1.00\"}"))
                .post("/v1/simulations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String id = job.substring(job.lastIndexOf('/') + 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> desk.asking().get("/v1/simulations/" + id).then().statusCode(200));
        JsonPath found =
                desk.asking().get("/v1/simulations/" + id).then().extract().jsonPath();
        BigDecimal now = new BigDecimal(found.getString("now.uninsuredPeak.amount"));
        BigDecimal other = new BigDecimal(found.getString("other.uninsuredPeak.amount"));
        assertThat(other.subtract(now)).isEqualByComparingTo("405.00");
        assertThat(found.getString("other.premium.amount")).isEqualTo("9.00");
        assertThat(found.getList("monthEnds")).hasSize(1);
        desk.asking().get("/v1/policies/" + policyId).then().body("version", equalTo(1));
    }

    @Test
    @DisplayName("Clauses that are none, periods that are none and policies that are none are refused")
    void refusals() {
        desk.asking()
                .body(question("\"maxTermDay\":1"))
                .post("/v1/simulations")
                .then()
                .statusCode(400)
                .body("code", equalTo("policy-malformed"));
        desk.asking()
                .body(question("").replace("2025-12-31", "2025-11-30"))
                .post("/v1/simulations")
                .then()
                .statusCode(400)
                .body("code", equalTo("period-reversed"));
        desk.asking()
                .body(question("").replace(policyId, "nowhere"))
                .post("/v1/simulations")
                .then()
                .statusCode(422)
                .body("code", equalTo("policy-unknown"));
        desk.asking().get("/v1/simulations/" + Ids.next()).then().statusCode(404);
    }

    @Test
    @DisplayName("An open order lets a customer pass his limit on the day it is expected to be invoiced")
    void forecast() {
        desk.derive();
        probe.publish(
                "demo",
                new OrderApproved(
                        customer,
                        Ids.next(),
                        "ORD-" + customer,
                        Money.of("200.00", "EUR"),
                        LocalDate.parse("2026-01-12")));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.asking()
                        .queryParam("limit", 200)
                        .get("/v1/limit-forecasts")
                        .then()
                        .statusCode(200)
                        .body("items.find { it.customerId == '" + customer + "' }.breachOn", equalTo("2026-01-12"))
                        .body("items.find { it.customerId == '" + customer + "' }.withOrders", equalTo("110.00")));
        desk.asking().queryParam("days", 0).get("/v1/limit-forecasts").then().statusCode(400);
    }

    private String question(String clauses) {
        return "{\"policyId\":\"%s\",\"from\":\"2025-12-01\",\"to\":\"2025-12-31\",\"policy\":{%s}}"
                .formatted(policyId, clauses);
    }
}
