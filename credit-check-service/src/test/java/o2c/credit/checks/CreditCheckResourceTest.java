package o2c.credit.checks;

import static o2c.credit.Api.check;
import static o2c.credit.Api.customer;
import static o2c.credit.Api.customerWithLimit;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.eur;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.other;
import static o2c.credit.Api.post;
import static o2c.credit.Api.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.credit.Api;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Credit checks over REST")
class CreditCheckResourceTest {

    @Test
    void anOrderWithinTheLimitIsApprovedAndReserved() {
        String id = customerWithLimit("1000.00");
        LocalDate today = Api.today();

        Response answer = check(id, "order", "O1", "400.00");

        answer.then()
                .statusCode(201)
                .header("Location", equalTo("/v1/credit-checks/" + answer.path("checkId")))
                .body("verdict", equalTo("approved"))
                .body("reasons.code", equalTo(List.of("within-limit")))
                .body("reasons[0].inputs.limit.amount", equalTo("1000.00"))
                .body("exposure.lines", hasSize(5))
                .body("exposure.total.amount", equalTo("0.00"))
                .body("limit.amount", equalTo("1000.00"))
                .body("available.amount", equalTo("1000.00"))
                .body("cover", nullValue())
                .body("prepaymentAmount", nullValue())
                .body("expiresOn", equalTo(today.plusDays(7).toString()))
                .body("status", equalTo("reserved"));
        get("/v1/customers/" + id + "/exposure")
                .body("reservedOrders.amount", equalTo("400.00"))
                .body("available.amount", equalTo("600.00"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(
                    CreditEvent.CreditChecked.class, event -> event.customerId().equals(id));
            probe.await(
                    CreditEvent.OrderApproved.class, event -> event.customerId().equals(id));
        }
    }

    @Test
    void aQuoteReservesNothing() {
        String id = customerWithLimit("1000.00");

        check(id, "quote", "Q1", "400.00").then().body("verdict", equalTo("approved"));
        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("0.00"));
    }

    @Test
    void withoutALimitAPersonDecides() {
        String id = customer();

        check(id, "order", "O1", "1.00")
                .then()
                .statusCode(201)
                .body("verdict", equalTo("referred"))
                .body("reasons.code", equalTo(List.of("no-credit-limit")))
                .body("limit", nullValue());
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(CreditEvent.OrderHeld.class, event -> event.customerId().equals(id));
        }
    }

    @Test
    void overTheLimitAPrepaymentCures() {
        String id = customerWithLimit("1000.00");

        check(id, "order", "O1", "1200.00")
                .then()
                .body("verdict", equalTo("approved-with-prepayment"))
                .body("prepaymentAmount.amount", equalTo("200.00"));
        get("/v1/customers/" + id + "/exposure")
                .body("reservedOrders.amount", equalTo("1000.00"))
                .body("available.amount", equalTo("0.00"));
    }

    @Test
    void aNewCheckOfTheOrderTakesThePlaceOfTheOld() {
        String id = customerWithLimit("1000.00");
        String first = check(id, "order", "O1", "400.00").path("checkId");

        check(id, "order", "O1", "900.00")
                .then()
                .body("verdict", equalTo("approved"))
                .body("exposure.total.amount", equalTo("0.00"));

        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("900.00"));
        get("/v1/credit-checks/" + first).body("status", equalTo("replaced"));
        confirm(first, "O1", "400.00").then().statusCode(409).body("code", equalTo("check-replaced"));
        try (EventProbe probe = EventProbe.connect()) {
            CreditEvent.ReservationReleased released = probe.await(
                    CreditEvent.ReservationReleased.class,
                    event -> event.customerId().equals(id));
            assertThat(released)
                    .isEqualTo(new CreditEvent.ReservationReleased(
                            id, UUID.fromString(first), "O1", Money.of("400.00", "EUR"), "replaced"));
        }
    }

    @Test
    void aRefusedIncreaseLeavesTheOrderItsRoom() {
        String id = customerWithLimit("1000.00");
        check(id, "order", "O1", "400.00");
        check(id, "order", "O2", "600.00");

        check(id, "order", "O1", "500.00").then().body("verdict", equalTo("approved-with-prepayment"));
        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("1000.00"));
    }

    @Test
    void aConfirmedOrderKeepsItsRoomAndAnUnconfirmedOneLosesIt() {
        String id = customerWithLimit("1000.00");
        String kept = check(id, "order", "O1", "300.00").path("checkId");
        String lost = check(id, "order", "O2", "200.00").path("checkId");
        confirm(kept, "O1", "300.01").then().statusCode(409).body("code", equalTo("amount-changed"));
        confirm(kept, "O9", "300.00").then().statusCode(409).body("code", equalTo("order-changed"));
        confirm(kept, "O1", "300.00").then().statusCode(200).body("status", equalTo("confirmed"));

        for (int day = 0; day < 7; day++) {
            Api.nextDay();
        }
        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("500.00"));
        LocalDate after = Api.nextDay();

        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("300.00"));
        get("/v1/customers/" + id + "/exposure?asOf=" + after.minusDays(1))
                .body("reservedOrders.amount", equalTo("500.00"));
        get("/v1/credit-checks/" + lost).body("status", equalTo("expired"));
        confirm(lost, "O2", "200.00").then().statusCode(409).body("code", equalTo("check-expired"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(
                    CreditEvent.ReservationReleased.class,
                    event -> event.customerId().equals(id) && event.cause().equals("expired"));
        }
    }

    @Test
    void aCancelledOrderGivesItsRoomBackOnce() {
        String id = customerWithLimit("1000.00");
        String check = check(id, "order", "O1", "300.00").path("checkId");

        post("/v1/credit-checks/" + check + "/cancellation", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));
        post("/v1/credit-checks/" + check + "/cancellation", null).then().statusCode(200);

        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("0.00"));
        confirm(check, "O1", "300.00").then().statusCode(409).body("code", equalTo("check-cancelled"));
    }

    @Test
    void anInvoiceLowersTheReservationOfItsOrder() {
        String id = customerWithLimit("1000.00");
        check(id, "order", "O1", "300.00");
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", o2c.credit.Invoices.issued(id, "100.00", Api.today(), "O1"));
            await().untilAsserted(() -> get("/v1/customers/" + id + "/exposure")
                    .body("reservedOrders.amount", equalTo("200.00"))
                    .body("openInvoices.amount", equalTo("100.00")));
            probe.publish("demo", o2c.credit.Invoices.issued(id, "250.00", Api.today(), "O1"));
            await().untilAsserted(() -> get("/v1/customers/" + id + "/exposure")
                    .body("reservedOrders.amount", equalTo("0.00"))
                    .body("openInvoices.amount", equalTo("350.00")));
        }
    }

    @Test
    void aShipmentMovesTheReservationToDelivered() {
        String id = customerWithLimit("1000.00");
        check(id, "order", "O1", "800.00");

        check(id, "shipment", "O1", "500.00").then().body("verdict", equalTo("approved"));
        get("/v1/customers/" + id + "/exposure")
                .body("reservedOrders.amount", equalTo("300.00"))
                .body("deliveredNotInvoiced.amount", equalTo("500.00"))
                .body("total.amount", equalTo("800.00"));
        check(id, "shipment", "O1", "501.00").then().body("verdict", equalTo("approved-with-prepayment"));
        get("/v1/customers/" + id + "/exposure").body("deliveredNotInvoiced.amount", equalTo("500.00"));
    }

    @Test
    void aPrepaymentForAnOrderIsKeptForIt() {
        String id = customerWithLimit("1000.00");
        check(id, "order", "O1", "1200.00");
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", o2c.credit.Invoices.received(id, "200.00", Api.today(), "O1"));
            await().untilAsserted(() -> get("/v1/customers/" + id + "/exposure")
                    .body("reservedOrders.amount", equalTo("1200.00"))
                    .body("unallocatedCash.amount", equalTo("200.00"))
                    .body("available.amount", equalTo("0.00")));
        }
    }

    @Test
    void whatWasAnsweredIsKeptAndListed() {
        String id = customerWithLimit("1000.00");
        String order = check(id, "order", "O1", "400.00").path("checkId");
        check(id, "quote", "Q1", "10.00");

        get("/v1/credit-checks/" + order)
                .body("verdict", equalTo("approved"))
                .body("reasons[0].inputs.ceiling.amount", equalTo("1000.00"))
                .body("rulesVersion", notNullValue());
        get("/v1/credit-checks?customerId=" + id).body("items.purpose", equalTo(List.of("quote", "order")));
        get("/v1/credit-checks?limit=1&customerId=" + id)
                .body("items", hasSize(1))
                .body("nextCursor", notNullValue());
        get("/v1/credit-checks?purpose=order&verdict=approved&orderId=O1&checkedFrom=" + Api.today() + "&customerId="
                        + id)
                .body("items.checkId", hasItem(order));
    }

    @Test
    void aRetriedRequestReservesOnce() {
        String id = customerWithLimit("1000.00");
        String key = UUID.randomUUID().toString();
        String first = withKey(key, question(id, "order", "O1", "400.00")).path("checkId");

        withKey(key, question(id, "order", "O1", "400.00"))
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("checkId", equalTo(first));
        withKey(key, question(id, "order", "O1", "401.00"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("400.00"));
    }

    @Test
    void badQuestionsAreRefused() {
        String id = customer();

        check(newId(), "order", "O1", "1.00").then().statusCode(422).body("code", equalTo("customer-unknown"));
        check(id, "order", "O1", "0.00").then().statusCode(400).body("code", equalTo("amount-not-positive"));
        check(id, "gift", "O1", "1.00").then().statusCode(400).body("code", equalTo("purpose-unknown"));
        check(id, "order", "O1", "1.005").then().statusCode(400);
        post(
                        "/v1/credit-checks",
                        "{\"customerId\":\"" + id + "\",\"purpose\":\"order\",\"amount\":" + eur("1.00") + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("order-id-missing"));
        post("/v1/credit-checks", "{\"customerId\":\"" + id + "\",\"purpose\":\"quote\",\"amount\":1}")
                .then()
                .statusCode(400);
        get("/v1/credit-checks?customerId=" + id).body("items", hasSize(0));
    }

    @Test
    void anotherTenantSeesNothing() {
        String check =
                check(customerWithLimit("1000.00"), "order", "O1", "1.00").path("checkId");

        other().get("/v1/credit-checks/" + check).then().statusCode(404);
        post(other(), "/v1/credit-checks/" + check + "/cancellation", null)
                .then()
                .statusCode(404);
        post(
                        other(),
                        "/v1/credit-checks/" + check + "/confirmation",
                        "{\"orderId\":\"O1\",\"amount\":" + eur("1.00") + "}")
                .then()
                .statusCode(404);
    }

    private static Response confirm(String check, String orderId, String amount) {
        return post(
                "/v1/credit-checks/" + check + "/confirmation",
                "{\"orderId\":\"" + orderId + "\",\"amount\":" + eur(amount) + "}");
    }

    private static Response withKey(String key, String body) {
        return demo().header("Idempotency-Key", key).body(body).post("/v1/credit-checks");
    }
}
