package o2c.policy.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import o2c.contracts.PolicyEvent.LimitDecided;
import o2c.contracts.PolicyEvent.LimitRequested;
import o2c.kernel.Ids;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Limits over REST")
class LimitResourceTest {

    private final Desk desk = new Desk("demo");
    private final String customer = "C-" + Ids.next();
    private String policyId;

    @BeforeEach
    void agreeOnAPolicy() {
        policyId = desk.policyFor("S-" + Ids.next());
    }

    @Test
    @DisplayName("Asked for, granted lower, cut and cancelled: each decision stays in the history")
    void aLife() {
        String limitId = request("\"kind\":\"insurer\"");

        act(limitId, "decision", "{\"decision\":\"reduced\",\"amount\":%s,\"reason\":\"lower\"}", "40000.00")
                .body("status", equalTo("reduced"))
                .header("ETag", "\"2\"");
        act(limitId, "reduction", "{\"amount\":%s,\"effectiveFrom\":\"2026-01-06\"}", "10000.00")
                .body("granted.amount", equalTo("10000.00"));
        act(limitId, "cancellation", "{\"reason\":\"withdrawn\"}", "0.00").body("status", equalTo("cancelled"));
        desk.asking()
                .get("/v1/limits/" + limitId)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("history.decision", contains("reduced", "reduced", "cancelled"))
                .body("history.effectiveFrom", contains("2026-01-01", "2026-01-06", "2026-01-05"));
        desk.posting()
                .body("{\"decision\":\"granted\"}")
                .post("/v1/limits/" + limitId + "/decision")
                .then()
                .statusCode(422)
                .body("code", equalTo("limit-ended"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(LimitRequested.class, event -> event.customerId().equals(customer));
            probe.await(
                    LimitDecided.class,
                    event -> event.customerId().equals(customer)
                            && event.decision().equals("cancelled"));
            assertThat(probe.seen(
                            LimitDecided.class, event -> event.customerId().equals(customer)))
                    .hasSize(3);
        }
    }

    @Test
    @DisplayName("A decided limit is taken over in one call")
    void imported() {
        String limitId = desk.limit(policyId, customer, "50000.00", "2026-01-01");

        desk.asking()
                .queryParam("policyId", policyId)
                .queryParam("customerId", customer)
                .queryParam("status", "granted")
                .get("/v1/limits")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].limitId", equalTo(limitId));
    }

    @Test
    @DisplayName("A seller's own limit is granted at once, up to the policy's amount, at its percentage")
    void discretionary() {
        desk.posting()
                .body(body("\"kind\":\"discretionary\"", "1000.00"))
                .post("/v1/limits")
                .then()
                .statusCode(201)
                .body("status", equalTo("granted"))
                .body("percentage", equalTo("80.00"));
        desk.posting()
                .body(body("\"kind\":\"discretionary\"", "1000.01"))
                .post("/v1/limits")
                .then()
                .statusCode(422)
                .body("code", equalTo("discretionary-above-maximum"));
    }

    @Test
    @DisplayName("The same key gives the same answer and one limit")
    void replayed() {
        String key = Ids.next().toString();
        String body = body("\"kind\":\"insurer\"", "100.00");
        String first = desk.asking()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/limits")
                .then()
                .statusCode(201)
                .extract()
                .path("limitId");

        desk.asking()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/limits")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("limitId", equalTo(first));
        desk.asking()
                .queryParam("customerId", customer)
                .get("/v1/limits")
                .then()
                .body("items", hasSize(1));
    }

    @ParameterizedTest(name = "{0} -> {3} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'customerId'     | 'buyerId'        | buyer-unknown      | 422",
                "'policyId':'P-S  | 'policyId':'P-X  | policy-unknown     | 422",
                "'EUR'            | 'USD'            | currency-mismatch  | 422",
                "'100.00'         | '-1.00'          | amount-negative    | 400",
                "'100.00'         | '100.001'        | wrong-minor-digits | 400",
                "'2026-01-01'     | '2026-13-01'     | date-malformed     | 400",
                "'insurer'        | 'blind'          | value-unknown      | 400",
                "'kind'           | 'kinds'          | unknown-field      | 400"
            })
    @DisplayName("Bad input is refused with its code")
    void badInput(String good, String bad, String code, int status) {
        String body = body("\"kind\":\"insurer\"", "100.00").replace(good.replace('\'', '"'), bad.replace('\'', '"'));

        desk.posting().body(body).post("/v1/limits").then().statusCode(status).body("code", equalTo(code));
        desk.asking()
                .queryParam("customerId", customer)
                .get("/v1/limits")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    @DisplayName("Without a key nothing is done; a stale version and another tenant are turned away")
    void turnedAway() {
        String limitId = request("\"kind\":\"insurer\"");
        Desk other = new Desk("other");

        desk.asking()
                .body("{\"decision\":\"granted\"}")
                .post("/v1/limits/" + limitId + "/decision")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        desk.posting()
                .header("If-Match", "\"9\"")
                .body("{\"decision\":\"granted\"}")
                .post("/v1/limits/" + limitId + "/decision")
                .then()
                .statusCode(412);
        other.asking().get("/v1/limits/" + limitId).then().statusCode(404).body("code", equalTo("limit-unknown"));
        other.posting()
                .body("{\"decision\":\"granted\"}")
                .post("/v1/limits/" + limitId + "/decision")
                .then()
                .statusCode(404);
        desk.asking().get("/v1/limits/nonsense").then().statusCode(404);
    }

    private String request(String extra) {
        return desk.posting()
                .body(body(extra, "50000.00"))
                .post("/v1/limits")
                .then()
                .statusCode(201)
                .body("status", equalTo("requested"))
                .extract()
                .path("limitId");
    }

    private String body(String extra, String amount) {
        return """
               {"policyId":"%s","customerId":"%s","amount":{"amount":"%s","currency":"EUR"},
                "effectiveFrom":"2026-01-01",%s}""".formatted(policyId, customer, amount, extra);
    }

    private io.restassured.response.ValidatableResponse act(String limitId, String act, String body, String amount) {
        return desk.posting()
                .body(body.formatted("{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}"))
                .post("/v1/limits/" + limitId + "/" + act)
                .then()
                .statusCode(200);
    }
}
