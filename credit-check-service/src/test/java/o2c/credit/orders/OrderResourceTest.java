package o2c.credit.orders;

import static o2c.credit.Api.check;
import static o2c.credit.Api.customer;
import static o2c.credit.Api.customerWithLimit;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.eur;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Orders live over REST")
class OrderResourceTest {

    @Test
    void whatIsDeliveredAndInvoicedLeavesTheReservationAndClosingFreesTheRest() {
        String id = customerWithLimit("1000.00");
        String order = newId();
        check(id, "order", order, "1000.00").then().body("verdict", equalTo("approved"));
        put(order, id, "1000.00", "open")
                .statusCode(201)
                .body("reserved.amount", equalTo("1000.00"))
                .body("checkNeeded", equalTo(false));
        String etag =
                put(order, id, "1000.00", "open").statusCode(200).extract().header("ETag");
        demo().header("If-Match", "\"9\"")
                .body(body(id, "900.00", "open"))
                .put("/v1/orders/" + order)
                .then()
                .statusCode(412);

        deliver(order, "D1", "400.00").statusCode(201).body("reserved.amount", equalTo("600.00"));
        deliver(order, "D1", "400.00").statusCode(409).body("code", equalTo("delivery-known"));
        get("/v1/customers/" + id + "/exposure")
                .body("reservedOrders.amount", equalTo("600.00"))
                .body("deliveredNotInvoiced.amount", equalTo("400.00"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", Invoices.issued(id, "500.00", Api.today(), order));
            await().untilAsserted(() -> get("/v1/orders/" + order).body("invoiced.amount", equalTo("500.00")));
        }
        get("/v1/orders/" + order)
                .body("reserved.amount", equalTo("500.00"))
                .body("deliveredNotInvoiced.amount", equalTo("0.00"));
        put(order, id, "1000.01", "open").statusCode(422).body("code", equalTo("check-needed"));
        demo().header("If-Match", etag)
                .body(body(id, "1000.00", "closed"))
                .put("/v1/orders/" + order)
                .then()
                .statusCode(200)
                .body("reserved.amount", equalTo("0.00"));
        put(order, id, "1000.00", "open").statusCode(409).body("code", equalTo("order-closed"));
        get("/v1/customers/" + id + "/exposure")
                .body("reservedOrders.amount", equalTo("0.00"))
                .body("openInvoices.amount", equalTo("500.00"));
        get("/v1/orders/" + order + "/deliveries").body("items.deliveryId", contains("D1"));
    }

    @Test
    void anOrderThatNobodyCheckedCountsAndSaysSo() {
        String id = customer();
        String order = newId();

        put(order, id, "70.00", "open").statusCode(201).body("checkNeeded", equalTo(true));
        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("70.00"));
        get("/v1/orders?customerId=" + id + "&status=open").body("items.orderId", contains(order));
        put(order, customer(), "70.00", "open").statusCode(409).body("code", equalTo("order-of-other-customer"));
        put(newId(), newId(), "70.00", "open").statusCode(422).body("code", equalTo("customer-unknown"));
        put(newId(), id, "0.00", "open").statusCode(400).body("code", equalTo("amount-not-positive"));
        deliver(newId(), "D1", "1.00").statusCode(404).body("code", equalTo("order-unknown"));
        demo().body("{\"customerId\":\"" + id + "\",\"amount\":" + eur("70.00")
                        + ",\"schedule\":[{\"deliverOn\":\"2026-02-01\",\"amount\":" + eur("69.99") + "}]}")
                .put("/v1/orders/" + newId())
                .then()
                .statusCode(400)
                .body("code", equalTo("schedule-does-not-add-up"));
    }

    private static ValidatableResponse put(String order, String customer, String amount, String status) {
        return demo().body(body(customer, amount, status))
                .put("/v1/orders/" + order)
                .then();
    }

    private static ValidatableResponse deliver(String order, String delivery, String amount) {
        return post(
                        "/v1/orders/" + order + "/deliveries",
                        "{\"deliveryId\":\"" + delivery + "\",\"amount\":" + eur(amount) + ",\"deliveredOn\":\""
                                + Api.today() + "\"}")
                .then();
    }

    private static String body(String customer, String amount, String status) {
        return "{\"customerId\":\"" + customer + "\",\"sellerId\":\"S1\",\"amount\":" + eur(amount) + ",\"status\":\""
                + status + "\"}";
    }
}
