package o2c.credit.holds;

import static o2c.credit.Api.check;
import static o2c.credit.Api.customer;
import static o2c.credit.Api.customerWithLimit;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import o2c.credit.Api;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Hold rules over REST")
class HoldRuleResourceTest {

    @Test
    void aRuleHoldsFromItsDayAndIsReadAsOfAnyDay() {
        String rule = newRule();
        String id = customerWithLimit("1000.00");
        LocalDate today = Api.today();

        String first = demo().body(big(today, id, "500.00"))
                .put("/v1/hold-rules/" + rule)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("conditions[0].measure", equalTo("amount"))
                .extract()
                .header("ETag");
        check(id, "quote", "Q1", "500.00")
                .then()
                .body("verdict", equalTo("referred"))
                .body("reasons.code", hasItem(rule))
                .body("reasons.find { it.code == '" + rule + "' }.inputs.amount", equalTo("500.00 EUR"))
                .body("reasons.find { it.code == '" + rule + "' }.inputs.ruleVersion", equalTo(1));
        check(id, "quote", "Q1", "499.99").then().body("verdict", equalTo("approved"));

        demo().body(big(today, id, "900.00"))
                .put("/v1/hold-rules/" + rule)
                .then()
                .statusCode(428);
        demo().header("If-Match", first)
                .body(big(today.plusDays(3), id, "900.00"))
                .put("/v1/hold-rules/" + rule)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        demo().header("If-Match", first)
                .body(big(today, id, "900.00"))
                .put("/v1/hold-rules/" + rule)
                .then()
                .statusCode(412);

        isReadInTime(rule, today);
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"effect\":\"refer\",\"conditions\":[]}|conditions-missing|/conditions",
                "{\"effect\":\"refer\",\"conditions\":[{\"measure\":\"amount\",\"comparison\":\"at-least\","
                        + "\"value\":\"1\"}]}|currency-missing|/conditions/0/currency",
                "{\"effect\":\"refer\",\"conditions\":[{\"measure\":\"overdue-count\",\"comparison\":\"at-least\","
                        + "\"value\":\"1\",\"currency\":\"EUR\"}]}|currency-not-expected|/conditions/0/currency",
                "{\"effect\":\"refer\",\"conditions\":[{\"measure\":\"overdue-count\",\"comparison\":\"at-least\","
                        + "\"value\":\"-1\"}]}|threshold-out-of-range|/conditions/0/value",
                "{\"effect\":\"decline\",\"exempts\":[\"x\"],\"conditions\":[{\"measure\":\"overdue-count\","
                        + "\"comparison\":\"at-least\",\"value\":\"1\"}]}|exempts-not-expected|/exempts",
            })
    void aRuleWithoutSenseIsRefused(String body, String code, String pointer) {
        demo().body("{\"effectiveFrom\":\"" + Api.today() + "\"," + body.substring(1))
                .put("/v1/hold-rules/" + newRule())
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void namesAndDaysAreChecked() {
        demo().body(big(Api.today(), "x", "1"))
                .put("/v1/hold-rules/Not_A_Rule")
                .then()
                .statusCode(400)
                .body("code", equalTo("rule-id-malformed"));
        demo().body(big(Api.today().minusDays(1), "x", "1"))
                .put("/v1/hold-rules/" + newRule())
                .then()
                .statusCode(422)
                .body("code", equalTo("effective-in-past"));
        demo().body("{\"effectiveFrom\":\"2026-01-05\",\"effect\":\"wobble\"}")
                .put("/v1/hold-rules/" + newRule())
                .then()
                .statusCode(400);
    }

    @Test
    void otherRulesAreTriedOnWhatHappened() {
        String id = customerWithLimit("1000.00");
        LocalDate today = Api.today();
        check(id, "quote", "Q1", "700.00").then().body("verdict", equalTo("approved"));
        check(id, "quote", "Q2", "100.00").then().body("verdict", equalTo("approved"));

        post(
                        "/v1/simulations",
                        "{\"from\":\"" + today + "\",\"to\":\"" + today + "\",\"holdRules\":[{\"ruleId\":\"tried\","
                                + "\"rule\":" + big(today, id, "600.00") + "}]}")
                .then()
                .statusCode(200)
                .body("checks", greaterThanOrEqualTo(2))
                .body("examples.findAll { it.customerId == '" + id + "' }", hasSize(1))
                .body("examples.find { it.customerId == '" + id + "' }.after", equalTo("referred"));
        post("/v1/simulations", "{\"from\":\"" + today + "\",\"to\":\"2026-01-01\",\"holdRules\":[]}")
                .then()
                .statusCode(400)
                .body("code", equalTo("period-reversed"));
    }

    @Test
    void theLimitOfAParentStopsItsChildren() {
        String parent = customerWithLimit("1000.00");
        String child = customerWithLimit("5000.00");
        String sister = customer();
        for (String one : new String[] {child, sister}) {
            Api.put("/v1/customers/" + one, "{\"parentCustomerId\":\"" + parent + "\"}")
                    .then()
                    .statusCode(200);
        }
        check(child, "order", "O1", "800.00").then().body("verdict", equalTo("approved"));

        check(child, "order", "O2", "200.00").then().body("verdict", equalTo("approved"));
        check(child, "order", "O3", "0.01")
                .then()
                .body("verdict", equalTo("referred"))
                .body("reasons.code", hasItem("group-limit-exceeded"));
        check(parent, "quote", "Q1", "0.01").then().body("reasons.code", hasItem("group-limit-exceeded"));
        check(child, "order", "O2", "200.00").then().body("verdict", equalTo("approved"));
    }

    private static void isReadInTime(String rule, LocalDate today) {
        get("/v1/hold-rules/" + rule).body("version", equalTo(1));
        get("/v1/hold-rules/" + rule + "?asOf=" + today.plusDays(3)).body("version", equalTo(2));
        demo().get("/v1/hold-rules/" + rule + "?knownAt=" + today.minusDays(1))
                .then()
                .statusCode(404)
                .body("code", equalTo("hold-rule-unknown"));
        get("/v1/hold-rules/" + rule + "/versions").body("items.version", contains(2, 1));
        get("/v1/hold-rules?limit=200").body("items.ruleId", hasItem("cover-stopped"));
        get("/v1/hold-rules?limit=1").body("items", hasSize(1));
    }

    private static String newRule() {
        return "rule-" + newId().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    private static String big(LocalDate from, String customerId, String amount) {
        return "{\"effectiveFrom\":\"" + from + "\",\"effect\":\"refer\",\"purposes\":[\"quote\",\"order\"],"
                + "\"conditions\":[{\"measure\":\"amount\",\"comparison\":\"at-least\",\"value\":\"" + amount
                + "\",\"currency\":\"EUR\"}],\"appliesTo\":{\"customerIds\":[\"" + customerId + "\"]}}";
    }
}
