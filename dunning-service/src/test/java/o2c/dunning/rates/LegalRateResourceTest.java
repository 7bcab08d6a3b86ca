package o2c.dunning.rates;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import o2c.dunning.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Legal rates")
class LegalRateResourceTest {

    private static final String NEXT = "/v1/legal-rates/NL/business/2027-01-01";
    private static final String SHIPPED = "/v1/legal-rates/NL/business/2026-07-01";

    private final Ledger ledger = new Ledger("rates");

    @Test
    @DisplayName("are shipped with their source, and told page by page")
    void shipped() {
        ledger.get(SHIPPED)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("annualRate", equalTo("10.40"))
                .body("source", notNullValue())
                .body("evidence", equalTo("secondary"));
        String cursor = ledger.get("/v1/legal-rates?jurisdiction=NL&limit=3")
                .then()
                .body("items.validFrom", hasItems("2013-01-01", "2013-03-16"))
                .body("items.size()", equalTo(3))
                .extract()
                .path("nextCursor");
        ledger.get("/v1/legal-rates?jurisdiction=NL&limit=3&cursor={c}", cursor)
                .then()
                .body("items[0].validFrom", equalTo("2014-01-01"));
        ledger.get("/v1/legal-rates?jurisdiction=FR&debtorKind=consumer").then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("can be set by the tenant: seen by the calculator at once, never overwritten unseen, with history")
    void own() {
        interestOfJanuary().body("provisional", equalTo(true)).body("interest", equalTo("10.40"));

        put(NEXT, "11.00", null).statusCode(201).header("ETag", "\"1\"");

        interestOfJanuary().body("provisional", equalTo(false)).body("interest", equalTo("11.00"));
        put(NEXT, "12.00", null).statusCode(428).body("code", equalTo("precondition-required"));
        put(NEXT, "12.00", "\"0\"").statusCode(412).body("code", equalTo("changed-meanwhile"));
        put(NEXT, "12.00", "\"1\"").statusCode(200).header("ETag", "\"2\"");
        put(NEXT, "12.00", "\"2\"").statusCode(200).header("ETag", "\"2\"");
        ledger.get(NEXT + "/versions").then().body("items.annualRate", equalTo(List.of("11.00", "12.00")));
        String german = "/v1/legal-rates/DE/business/2026-07-01";
        put(german, "10.60", "\"0\"").statusCode(200).body("evidence", equalTo("tenant"));
        ledger.get(german).then().body("annualRate", equalTo("10.60")).body("version", equalTo(1));
    }

    @Test
    @DisplayName("that make no sense are refused")
    void refusals() {
        put("/v1/legal-rates/XX/business/2027-01-01", "1.00", null)
                .statusCode(400)
                .body("code", equalTo("jurisdiction-unknown"));
        put("/v1/legal-rates/NL/friend/2027-01-01", "1.00", null)
                .statusCode(400)
                .body("code", equalTo("value-unknown"));
        put("/v1/legal-rates/BE/business/2027-07-01", "100.01", null)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/annualRate"));
        put("/v1/legal-rates/BE/business/2027-07-01", "x", null).statusCode(400);
        ledger.get("/v1/legal-rates/BE/business/2027-07-01")
                .then()
                .statusCode(404)
                .body("code", equalTo("legal-rate-unknown"));
        ledger.as("dunning:read")
                .contentType("application/json")
                .body("{}")
                .put(NEXT)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse interestOfJanuary() {
        return ledger.as("dunning:read")
                .contentType("application/json")
                .body("""
                        {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"2027-01-31",
                         "claims":[{"reference":"A","principal":"36500.00","dueOn":"2027-01-30"}]}""")
                .post("/v1/late-charge-calculations")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse put(String path, String rate, String ifMatch) {
        var request = ledger.as("dunning:write")
                .contentType("application/json")
                .body(Map.of("annualRate", rate, "source", "gazette"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }
}
