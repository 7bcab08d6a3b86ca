package o2c.credit.limits;

import static o2c.credit.Api.as;
import static o2c.credit.Api.customer;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.eur;
import static o2c.credit.Api.get;
import static o2c.credit.Api.limit;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.post;
import static o2c.credit.Api.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import o2c.contracts.CreditEvent;
import o2c.credit.Api;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Credit limits over REST")
class CreditLimitResourceTest {

    private static final Map<String, String> YES = Map.of("decision", "approved", "reason", "good payer");

    @Test
    void modelsProposeWithTheirArithmetic() {
        Api.demo()
                .body("{\"currency\":\"EUR\",\"netWorth\":\"300000.00\",\"references\":[\"25000.00\"],"
                        + "\"yearlySales\":\"240000.00\",\"vatRate\":\"21.00\",\"termDays\":30,\"delayDays\":15}")
                .post("/v1/credit-limit-proposals")
                .then()
                .statusCode(200)
                .body("proposals.find { it.model == 'need' }.amount.amount", equalTo("35802.74"))
                .body("proposals.find { it.model == 'average' }.amount.amount", equalTo("30267.58"));
    }

    @Test
    void upToTheThresholdALimitIsInForceAtOnce() {
        String id = customer();
        LocalDate today = today();

        limit(id, "50000.00", today.toString(), null).then().statusCode(201).body("status", equalTo("approved"));
        get("/v1/customers/" + id + "/credit-limit")
                .body("limit.amount", equalTo("50000.00"))
                .body("version", equalTo(1));
        get("/v1/customers/" + id + "/credit-limit?asOf=" + today.minusDays(1)).body("limit", nullValue());

        try (EventProbe probe = EventProbe.connect()) {
            assertThat(probe.await(
                            CreditEvent.CreditLimitChanged.class,
                            event -> event.customerId().equals(id)))
                    .isEqualTo(
                            new CreditEvent.CreditLimitChanged(id, Money.of("50000.00", "EUR"), today, null, "growth"));
        }
    }

    @Test
    void aboveItSomebodyElseDecides() {
        String id = customer();
        String request = limit(id, "50000.01", today().toString(), null)
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .path("requestId");
        String decision = "/v1/customers/" + id + "/credit-limit-requests/" + request + "/decision";
        get("/v1/customers/" + id + "/credit-limit").body("limit", nullValue());

        post(decision, YES).then().statusCode(403).body("code", equalTo("four-eyes"));
        post(as("other", "bert"), decision, YES).then().statusCode(404);
        post(as("demo", "bert"), decision, YES)
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"))
                .body("decidedBy", equalTo("bert"));
        post(as("demo", "bert"), decision, YES).then().statusCode(409).body("code", equalTo("already-decided"));

        get("/v1/customers/" + id + "/credit-limit").body("limit.amount", equalTo("50000.01"));
        get("/v1/customers/" + id + "/credit-limit-requests").body("items.status", equalTo(List.of("approved")));
        get("/v1/customers/" + id + "/credit-limit-requests/" + request).body("requestedBy", equalTo("demo-tester"));
    }

    @Test
    void aDeclinedRequestChangesNothing() {
        String id = customer();
        String request = limit(id, "60000.00", today().toString(), null).path("requestId");

        String approval = get("/v1/customers/" + id + "/credit-limit-requests/" + request)
                .extract()
                .path("approvalId");
        get("/v1/approvals/" + approval).body("kind", equalTo("credit-limit")).body("subject", equalTo(request));
        post(
                        as("demo", "bert"),
                        "/v1/approvals/" + approval + "/decision",
                        Map.of("decision", "declined", "reason", "too much"))
                .then()
                .statusCode(200);
        get("/v1/customers/" + id + "/credit-limit-requests/" + request)
                .body("status", equalTo("declined"))
                .body("decisionReason", equalTo("too much"));
        get("/v1/customers/" + id + "/credit-limit").body("limit", nullValue());
    }

    @Test
    void aTemporaryRaiseEndsByItselfAndIsAnnounced() {
        String id = customer();
        LocalDate today = today();
        limit(id, "1000.00", today.toString(), null);
        limit(id, "2000.00", today.toString(), today.toString());
        get("/v1/customers/" + id + "/credit-limit").body("limit.amount", equalTo("2000.00"));

        LocalDate next = Api.nextDay();

        get("/v1/customers/" + id + "/credit-limit").body("limit.amount", equalTo("1000.00"));
        get("/v1/customers/" + id + "/credit-limit?asOf=" + today).body("limit.amount", equalTo("2000.00"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(
                    CreditEvent.LimitExpired.class,
                    event -> event.equals(new CreditEvent.LimitExpired(id, Money.of("2000.00", "EUR"), today)));
            probe.await(
                    CreditEvent.CreditLimitChanged.class,
                    event -> event.customerId().equals(id) && event.validFrom().equals(next));
        }
    }

    @Test
    void badRequestsAreRefused() {
        String id = customer();
        String path = "/v1/customers/" + id + "/credit-limit-requests";
        String today = today().toString();

        limit(id, "-1.00", today, null).then().statusCode(400).body("code", equalTo("limit-negative"));
        limit(id, "1.00", today, "2001-01-01").then().statusCode(400).body("code", equalTo("period-reversed"));
        limit(id, "1.00", "2001-01-01", "2001-01-02")
                .then()
                .statusCode(422)
                .body("code", equalTo("limit-already-over"));
        limit(id, "1.001", today, null).then().statusCode(400);
        limit(newId(), "1.00", today, null).then().statusCode(404);
        post(path, "{\"amount\":" + eur("1.00") + ",\"validFrom\":\"" + today + "\"}")
                .then()
                .statusCode(400);
        demo().body("{\"amount\":" + eur("1.00") + ",\"validFrom\":\"" + today + "\",\"reason\":\"x\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        get(path).body("items", hasSize(0));
    }
}
