package o2c.dunning.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.DunningEvent.CallLogged;
import o2c.dunning.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A call")
class CallResourceTest {

    /** A Monday; the call is at +17, on Thursday 29 January. */
    private static final LocalDate DUE = LocalDate.parse("2026-01-12");

    private final Ledger ledger = new Ledger("work");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("has a script and an outcome, and the outcome drives what follows")
    void outcomes() {
        for (int i = 1; i <= 4; i++) {
            ledger.issue("W-" + i, "W-" + i + "-1", DUE, "500.00");
        }
        ledger.openUntil(LocalDate.parse("2026-01-29"));

        promised(call("W-1"));
        disputed(call("W-2"));
        unanswered(call("W-3"));
        calledBack(call("W-4"));
        ledger.get("/v1/calls?status=done").then().body("items.customerId", containsInAnyOrder("W-1", "W-2"));
        ledger.get("/v1/calls/log?customerId=W-1").then().body("items", hasSize(1));
        ledger.get("/v1/customers/W-1/timeline")
                .then()
                .body("items.kind", hasItems("message-sent", "step-taken", "call-due", "call-logged", "promise-made"));
        String cursor = ledger.get("/v1/customers/W-1/timeline?limit=2").path("nextCursor");
        ledger.get("/v1/customers/W-1/timeline?limit=1&cursor={c}", cursor)
                .then()
                .body("items", hasSize(1));
        ledger.get("/v1/customers/W-1/timeline?asOf=2026-01-14").then().body("items.kind", not(hasItem("call-due")));
        ledger.get("/v1/calls/{id}", UUID.randomUUID()).then().statusCode(404).body("code", equalTo("call-unknown"));
        ledger.get("/v1/calls?status=open").then().statusCode(400).body("code", equalTo("status-unknown"));
    }

    private void promised(String id) {
        ledger.get("/v1/calls/{id}", id)
                .then()
                .body("status", equalTo("due"))
                .body("amount.amount", equalTo("500.00"))
                .body("script", containsString("W-1-1"))
                .body("invoiceNumbers", equalTo(List.of("W-1-1")));
        log(id, Map.of("outcome", "promised")).statusCode(422).body("errors[0].pointer", equalTo("/promisedOn"));
        String promise = log(
                        id,
                        Map.of(
                                "outcome", "promised",
                                "promisedOn", "2026-02-03",
                                "reasonCode", "cash-flow",
                                "person", "Jan"))
                .statusCode(200)
                .extract()
                .path("effectId");
        ledger.get("/v1/promises/{id}", promise)
                .then()
                .body("channel", equalTo("call"))
                .body("amount.amount", equalTo("500.00"));
        log(id, Map.of("outcome", "refused")).statusCode(409).body("code", equalTo("call-done"));
        CallLogged logged = ledger.probe().await(CallLogged.class, one -> id.equals(String.valueOf(one.callId())));
        assertThat(logged.outcome()).isEqualTo("promised");
    }

    private void disputed(String id) {
        String dispute = log(id, Map.of("outcome", "disputed", "disputeCode", "quality", "text", "broken"))
                .statusCode(200)
                .extract()
                .path("effectId");
        ledger.get("/v1/disputes/{id}", dispute).then().body("text", equalTo("broken"));
        log(id, Map.of("outcome", "disputed", "disputeCode", "colour")).statusCode(400);
    }

    private void unanswered(String id) {
        log(id, Map.of("outcome", "no-answer")).statusCode(200).body("nextCallOn", equalTo("2026-01-30"));
        ledger.get("/v1/calls/{id}", id)
                .then()
                .body("tries", equalTo(1))
                .body("dueOn", equalTo("2026-01-30"))
                .body("lastOutcome", equalTo("no-answer"));
    }

    private void calledBack(String id) {
        log(id, Map.of("outcome", "call-back")).statusCode(422).body("code", equalTo("call-back-missing"));
        log(id, Map.of("outcome", "call-back", "callBackOn", "2026-02-10"))
                .statusCode(200)
                .body("nextCallOn", equalTo("2026-02-10"))
                .body("effectId", nullValue());
        ledger.get("/v1/cases/W-4").then().body("nextStep.on", equalTo("2026-02-11"));
        ledger.post(
                        "/v1/calls",
                        Map.of("customerId", "W-4", "purpose", "service", "talk", Map.of("outcome", "talked")),
                        "dunning:write")
                .statusCode(201)
                .body("purpose", equalTo("service"));
    }

    private String call(String customer) {
        return ledger.get("/v1/calls?customerId={c}&status=due", customer).path("items[0].callId");
    }

    private ValidatableResponse log(String id, Map<String, Object> body) {
        return ledger.post("/v1/calls/" + id + "/outcome", body, "dunning:write");
    }
}
