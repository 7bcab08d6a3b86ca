package o2c.policy.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.PolicyEvent.BuyerLinked;
import o2c.contracts.PolicyEvent.BuyerUnlinked;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.contracts.PolicyEvent.LimitDecided;
import o2c.kernel.Ids;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Buyers over REST")
class BuyerResourceTest {

    private final Desk desk = new Desk("demo");
    private final String seller = "S-" + Ids.next();
    private final String a = "A-" + Ids.next();
    private final String b = "B-" + Ids.next();
    private final String buyer = "H-" + Ids.next();
    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.connect();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("CI-16 two customers of one buyer share a limit; days before the link stay as they were")
    void shareALimit() {
        String policyId = desk.policyFor(seller);
        link(a, b).statusCode(201).body("version", equalTo(1)).body("history", hasSize(1));
        limitOnBuyer(policyId, "100000.00");
        InvoiceIssued older = Desk.invoice(a, seller, "A1", "2025-12-20", "2026-01-19", "80000.00");
        InvoiceIssued younger = Desk.invoice(b, seller, "B1", "2025-12-28", "2026-01-27", "60000.00");
        probe.publish("demo", younger);
        probe.publish("demo", older);

        expectInsured(a, "72000.00");
        expectInsured(b, "18000.00");
        desk.cover(b)
                .body("buyerTotals.buyerId", equalTo(buyer))
                .body("buyerTotals.insured.amount", equalTo("90000.00"))
                .body("buyerTotals.uninsured.amount", equalTo("50000.00"));
        desk.derive();
        assertThat(probe.await(
                                CoverChanged.class,
                                event -> event.customerId().equals(b)
                                        && event.insured()
                                                .amount()
                                                .toPlainString()
                                                .equals("18000.00"))
                        .outstanding()
                        .amount())
                .isEqualByComparingTo("60000");
        assertThat(probe.await(LimitDecided.class, event -> event.customerId().equals(a)))
                .extracting(LimitDecided::decision)
                .isEqualTo("granted");

        probe.publish("demo", Desk.paid(older, "2026-01-02", "80000.00"));
        expectInsured(b, "54000.00");
        desk.cover(b, "asOf", "2026-01-01").body("buyerTotals.customerIds", contains(b));
        unlinked(policyId);
    }

    private void unlinked(String policyId) {
        desk.asking()
                .header("If-Match", "\"9\"")
                .body("{\"customerIds\":[]}")
                .put("/v1/buyers/" + buyer)
                .then()
                .statusCode(412);
        desk.asking()
                .body("{\"customerIds\":[\"" + a + "\"]}")
                .put("/v1/buyers/" + buyer)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("customerIds", contains(a))
                .body("registrationNumber", equalTo("12345678"))
                .body("history", hasSize(2));
        probe.await(BuyerLinked.class, event -> event.customerId().equals(b));
        probe.await(BuyerUnlinked.class, event -> event.customerId().equals(b));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(b).body("insured.amount", equalTo("800.00")));
        desk.asking()
                .queryParam("customerId", buyer)
                .queryParam("policyId", policyId)
                .get("/v1/limits")
                .then()
                .body("items.buyerId", contains(buyer));
    }

    @Test
    @DisplayName("Unchanged content makes no version; a customer belongs to one buyer; ids are checked")
    void refusals() {
        link(a).statusCode(201);
        link(a).statusCode(200).header("ETag", "\"1\"");
        desk.asking()
                .body("{\"customerIds\":[\"" + a + "\"]}")
                .put("/v1/buyers/other-" + buyer)
                .then()
                .statusCode(422)
                .body("code", equalTo("customer-linked-elsewhere"));
        desk.asking()
                .body("{\"customerIds\":[\"a/b\"]}")
                .put("/v1/buyers/" + buyer)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/customerIds/0"));
        desk.asking().get("/v1/buyers/nobody").then().statusCode(404).body("code", equalTo("buyer-unknown"));
        desk.asking().get("/v1/buyers").then().statusCode(200).body("items.buyerId", hasItem(buyer));
        new Desk("other").asking().get("/v1/buyers/" + buyer).then().statusCode(404);
    }

    @Test
    @DisplayName("An excluded customer is not insured from that day on; the end of the exclusion insures again")
    void excluded() {
        String policyId = desk.policyFor(seller);
        desk.limit(policyId, a, "1000.00", "2025-06-01");
        probe.publish("demo", new CustomerRegistered(a, "NL", "business", null, null, "nl", null));
        probe.publish("demo", Desk.invoice(a, seller, "X1", "2025-12-20", "2026-01-19", "100.00"));
        expectInsured(a, "90.00");

        String exclusion = desk.posting()
                .body("""
                        {"policyId":"%s","customerId":"%s","effectiveFrom":"2025-12-01",
                          "reason":"related company"}""".formatted(policyId, a))
                .post("/v1/excluded-buyers")
                .then()
                .statusCode(201)
                .extract()
                .path("exclusionId");
        expectInsured(a, "0.00");
        desk.cover(a).body("reasons.reason", contains("excluded"));
        desk.posting()
                .body("{\"lastDay\":\"2025-12-10\"}")
                .post("/v1/excluded-buyers/" + exclusion + "/end")
                .then()
                .statusCode(200)
                .body("effectiveTo", equalTo("2025-12-10"));
        expectInsured(a, "90.00");
        desk.posting().body("{}").post("/v1/excluded-buyers").then().statusCode(400);
    }

    @Test
    @DisplayName("An insurer's file changes limits, makes new ones, and rejects bad lines one by one")
    void limitFile() {
        String policyId = desk.policyFor(seller);
        desk.limit(policyId, a, "1000.00", "2025-06-01");
        String file = "policyId,customerId,amount,currency,effectiveFrom,conditions\n"
                + policyId + "," + a + ",800,EUR,2026-01-01,\n"
                + policyId + "," + b + ",500.00,EUR,2026-01-01,\"guarantee, signed\"\n"
                + policyId + "," + b + ",500.001,EUR,2026-01-01,\n"
                + "nowhere," + b + ",500,EUR,2026-01-01,\n";
        String job = desk.posting()
                .contentType("text/csv")
                .body(file)
                .post("/v1/limits/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.asking()
                        .get(job.substring(job.indexOf("/v1")))
                        .then()
                        .body("status", equalTo("completed-with-rejections")));
        desk.asking()
                .get(job.substring(job.indexOf("/v1")) + "/rejections")
                .then()
                .body("items.code", contains("wrong-minor-digits", "policy-unknown"));
        desk.asking()
                .queryParam("customerId", a)
                .get("/v1/limits")
                .then()
                .body("items[0].status", equalTo("reduced"))
                .body("items[0].granted.amount", equalTo("800.00"));
        desk.asking()
                .queryParam("customerId", b)
                .get("/v1/limits")
                .then()
                .body("items", hasSize(1))
                .body("items[0].history[0].conditions", equalTo("guarantee, signed"));
    }

    private ValidatableResponse link(String... customers) {
        return desk.asking()
                .body("""
                        {"name":"Holding","registrationNumber":"12345678",
                          "customerIds":["%s"]}""".formatted(String.join("\",\"", customers)))
                .put("/v1/buyers/" + buyer)
                .then();
    }

    private void limitOnBuyer(String policyId, String amount) {
        String body = """
                {"policyId":"%s","buyerId":"%s","amount":{"amount":"%s","currency":"EUR"},
                 "effectiveFrom":"2025-06-01","decision":{"decision":"granted"}}""";
        desk.posting()
                .body(body.formatted(policyId, buyer, amount))
                .post("/v1/limits")
                .then()
                .statusCode(201)
                .body("buyerId", equalTo(buyer));
    }

    private void expectInsured(String customer, String amount) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer).statusCode(200).body("insured.amount", equalTo(amount)));
    }
}
