package o2c.dunning.strategies;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import o2c.kernel.Ids;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The strategy of a tenant")
class StrategyResourceTest {

    private static final String PATH = "/v1/strategies/standard-b2b";

    @Test
    @Order(1)
    @DisplayName("is the shipped one at first")
    void shipped() {
        get(PATH)
                .statusCode(200)
                .body("name", equalTo("Standard B2B"))
                .body("version", equalTo(1))
                .body("steps.level", equalTo(List.of(0, 1, 2, 3, 4, 5)))
                .body("steps.daysFromDue", equalTo(List.of(-3, 3, 10, 17, 25, 35)))
                .body("steps.channel", equalTo(List.of("email", "email", "email", "call", "letter", "decision")))
                .body("steps.minimumAmount", equalTo(List.of("0.00", "5.00", "5.00", "5.00", "25.00", "100.00")));
        get("/v1/strategies").body("items.strategyId", equalTo(List.of("standard-b2b")));
        get("/v1/strategies/unheard-of").statusCode(404).body("code", equalTo("strategy-unknown"));
    }

    @Test
    @Order(2)
    @DisplayName("is changed only by who has read it, and only to a sound one")
    void faults() {
        String tag = tag();
        put(null, steps(3, 10)).statusCode(428);
        put("\"99\"", steps(3, 10)).statusCode(412).body("code", equalTo("changed-meanwhile"));
        put(tag, steps(3, 8))
                .statusCode(422)
                .body("code", equalTo("interval-too-short"))
                .body("errors[0].pointer", equalTo("/steps/1/daysFromDue"));
        put(tag, List.of(step(1, 3, "pigeon")))
                .statusCode(400)
                .body("code", equalTo("channel-unknown"))
                .body("errors[0].pointer", equalTo("/steps/0/channel"));
        put(tag, List.of()).statusCode(422).body("code", equalTo("steps-missing"));
        put(tag, List.of(Map.of("level", 1))).statusCode(400);
        get(PATH + "/versions").body("items.size()", equalTo(1));
    }

    @Test
    @Order(3)
    @DisplayName("is drafted by one and published by another, in force from its first day on")
    void draftAndPublish() {
        put(tag(), steps(3, 10)).statusCode(200).body("version", equalTo(2)).body("status", equalTo("draft"));
        put(tag(), steps(3, 10)).statusCode(200).body("version", equalTo(2));
        get(PATH).body("version", equalTo(1)).body("latestVersion", equalTo(2));

        publish("anna", "2026-02-01").statusCode(403).body("code", equalTo("four-eyes"));
        publish("bert", "2026-01-04").statusCode(422).body("code", equalTo("valid-from-in-past"));
        publish("bert", "2026-01-05").statusCode(200).body("publisher", equalTo("bert"));
        publish("bert", "2026-01-05").statusCode(422).body("code", equalTo("no-draft"));

        get(PATH).body("version", equalTo(2)).body("steps.size()", equalTo(2));
        get(PATH + "/versions")
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items[1].author", equalTo("anna"))
                .body("items[1].validFrom", equalTo("2026-01-05"));
    }

    @Test
    @Order(4)
    @DisplayName("is his own")
    void otherTenant() {
        given().auth()
                .oauth2(Tokens.of("other", "dunning:read"))
                .get(PATH + "/versions")
                .then()
                .body("items.version", equalTo(List.of(1)))
                .body("nextCursor", nullValue());
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.of("strategies", "dunning:read"))
                .get(path)
                .then();
    }

    private static String tag() {
        return get(PATH).extract().header("ETag");
    }

    private static ValidatableResponse put(String tag, List<Map<String, Object>> steps) {
        var request = given().auth()
                .oauth2(Tokens.as("strategies", "anna", "dunning:write"))
                .contentType("application/json")
                .body(Map.of("name", "Ours", "steps", steps));
        return (tag == null ? request : request.header("If-Match", tag))
                .put(PATH)
                .then();
    }

    private static ValidatableResponse publish(String who, String validFrom) {
        return given().auth()
                .oauth2(Tokens.as("strategies", who, "dunning:approve"))
                .header("Idempotency-Key", Ids.next().toString())
                .contentType("application/json")
                .body(Map.of("validFrom", validFrom))
                .post(PATH + "/publication")
                .then();
    }

    private static List<Map<String, Object>> steps(int first, int second) {
        return List.of(step(1, first, "email"), step(2, second, "letter"));
    }

    private static Map<String, Object> step(int level, int days, String channel) {
        return Map.of(
                "level",
                level,
                "step",
                "step-" + level,
                "daysFromDue",
                days,
                "channel",
                channel,
                "tone",
                "neutral",
                "minimumAmount",
                "5.00");
    }
}
