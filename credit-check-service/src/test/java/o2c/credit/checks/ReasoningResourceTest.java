package o2c.credit.checks;

import static o2c.credit.Api.check;
import static o2c.credit.Api.customer;
import static o2c.credit.Api.customerWithLimit;
import static o2c.credit.Api.eur;
import static o2c.credit.Api.get;
import static o2c.credit.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import o2c.contracts.CreditEvent;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Credit checks explain themselves")
class ReasoningResourceTest {

    @Test
    void aReplayIsEqualByteByByteAfterLaterFactsAndListsThemApart() {
        String id = customerWithLimit("1000.00");
        String check = check(id, "order", "O1", "400.00").path("checkId");
        String stored = post("/v1/credit-checks/" + check + "/replay", null)
                .then()
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("differences", empty())
                .extract()
                .path("stored");
        assertThat(stored).startsWith("{\"available\":{\"amount\":\"1000.00\",\"currency\":\"EUR\"},\"exposure\":{");

        Api.limit(id, "5000.00", Api.today().toString(), null).then().statusCode(201);
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", Invoices.issued(id, "70.00", Api.today().minusDays(3)));
            await().untilAsserted(() ->
                    get("/v1/customers/" + id + "/exposure").body("openInvoices.amount", equalTo("70.00")));
        }

        post("/v1/credit-checks/" + check + "/replay", null)
                .then()
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("stored", equalTo(stored))
                .body("replayed", equalTo(stored))
                .body("differences.fact", hasItem("limit"))
                .body("differences.fact", hasItem("exposure.openInvoices"))
                .body("differences.find { it.fact == 'limit' }.then.amount", equalTo("1000.00"))
                .body("differences.find { it.fact == 'limit' }.now.amount", equalTo("5000.00"));
    }

    @Test
    void aChangeThatIsProposedFlipsTheVerdictAndASmallerOneDoesNot() {
        String id = customerWithLimit("1000.00");
        InvoiceIssued invoice = Invoices.issued(id, "900.00", Api.today());
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", invoice);
            await().untilAsserted(
                            () -> get("/v1/customers/" + id + "/exposure").body("total.amount", equalTo("900.00")));
            String check = check(id, "quote", "Q1", "500.00").path("checkId");
            post("/v1/credit-checks/" + check + "/counterfactual", null)
                    .then()
                    .statusCode(200)
                    .body("verdict", equalTo("approved-with-prepayment"))
                    .body("changes.find { it.kind == 'pay' }.amount.amount", equalTo("400.00"))
                    .body("changes.find { it.kind == 'raise-limit-to' }.amount.amount", equalTo("1400.00"))
                    .body("changes.find { it.kind == 'order-at-most' }.amount.amount", equalTo("100.00"));

            probe.publish("demo", Invoices.received(id, "399.99", Api.today(), null));
            await().untilAsserted(
                            () -> get("/v1/customers/" + id + "/exposure").body("total.amount", equalTo("500.01")));
            check(id, "quote", "Q1", "500.00").then().body("verdict", equalTo("approved-with-prepayment"));
            probe.publish("demo", Invoices.received(id, "0.01", Api.today(), null));
            await().untilAsserted(
                            () -> get("/v1/customers/" + id + "/exposure").body("total.amount", equalTo("500.00")));
            check(id, "quote", "Q1", "500.00").then().body("verdict", equalTo("approved"));
        }
    }

    @Test
    void aHeldOrderIsReleasedByAPersonInARoleUntilADay() {
        String id = customer();
        LocalDate today = Api.today();
        String check = check(id, "order", "O1", "400.00").path("checkId");
        String path = "/v1/credit-checks/" + check + "/release";

        post(path, "{\"role\":\"credit-manager\",\"reason\":\"guarantee\",\"until\":\"" + today.minusDays(1) + "\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("release-in-past"));
        post(path, "{\"reason\":\"guarantee\",\"until\":\"" + today + "\"}")
                .then()
                .statusCode(400);
        String release =
                "{\"role\":\"credit-manager\",\"reason\":\"guarantee\",\"until\":\"" + today.plusDays(2) + "\"}";
        post(path, release)
                .then()
                .statusCode(200)
                .body("status", equalTo("released"))
                .body("verdict", equalTo("referred"))
                .body("release.role", equalTo("credit-manager"))
                .body("release.until", equalTo(today.plusDays(2).toString()));
        post(path, release).then().statusCode(409).body("code", equalTo("check-released"));
        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("400.00"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(
                    CreditEvent.OrderReleased.class,
                    event -> event.customerId().equals(id) && event.orderId().equals("O1"));
        }
        post("/v1/credit-checks/" + check + "/confirmation", "{\"orderId\":\"O1\",\"amount\":" + eur("400.00") + "}")
                .then()
                .statusCode(200)
                .body("status", equalTo("confirmed"));
    }

    @Test
    void aHeldOrderWaitsInTheQueueUntilAPersonOrANewerCheckTakesItOut() {
        String id = customer();
        LocalDate today = Api.today();
        String waiting = check(id, "order", "O1", "400.00").path("checkId");
        check(id, "order", "O2", "300.00");
        String newer = check(id, "order", "O2", "200.00").path("checkId");
        String mine = "items.findAll { it.customerId == '" + id + "' }";
        get("/v1/referrals?limit=200")
                .body(mine + ".checkId", equalTo(List.of(waiting, newer)))
                .body(mine + "[0].dueOn", equalTo(today.plusDays(2).toString()));

        post(
                        "/v1/credit-checks/" + newer + "/release",
                        "{\"role\":\"cfo\",\"reason\":\"known\",\"until\":\"" + today.plusDays(9) + "\"}")
                .then()
                .statusCode(200);
        get("/v1/referrals?limit=200").body(mine + ".checkId", equalTo(List.of(waiting)));
        get("/v1/decision-quality?from=" + today + "&to=" + today)
                .body("referred", greaterThanOrEqualTo(3))
                .body("released", greaterThanOrEqualTo(1));
        for (int day = 0; day < 3; day++) {
            Api.nextDay();
        }
        try (EventProbe probe = EventProbe.connect()) {
            CreditEvent.ReferralOverdue late = probe.await(
                    CreditEvent.ReferralOverdue.class,
                    event -> event.customerId().equals(id));
            assertThat(late.checkId()).hasToString(waiting);
            assertThat(late.dueOn()).isEqualTo(today.plusDays(2));
        }
        Api.demo()
                .get("/v1/decision-quality?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400);
    }
}
