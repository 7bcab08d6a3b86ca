package o2c.dunning.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.DunningEvent.DunningPaused;
import o2c.contracts.DunningEvent.DunningResumed;
import o2c.contracts.DunningEvent.InquiryBreached;
import o2c.contracts.DunningEvent.PaymentPlanEnded;
import o2c.contracts.DunningEvent.PromiseBroken;
import o2c.contracts.DunningEvent.PromiseKept;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.testkit.SuiteServers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Dunning waits")
class AgreementsTest {

    private final Ledger ledger = new Ledger("agreements");
    private final String customer = "A-" + Ids.next();
    private final String number = "F-" + Ids.next();
    private Item item;

    @BeforeEach
    void anOverdueInvoice() {
        item = ledger.issue(customer, number, ledger.today(), "300.00");
        ledger.openNext();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("for a promise, and ends waiting as soon as the money is there")
    void promiseKept() {
        LocalDate promisedOn = ledger.today().plusDays(4);
        String id = promise("200.00", promisedOn)
                .statusCode(201)
                .body("status", equalTo("open"))
                .body("items", hasSize(1))
                .extract()
                .path("promiseId");
        LocalDate lastDay = LocalDate.parse(ledger.get("/v1/promises/{id}", id).path("lastDay"));
        assertThat(firstStep()).isAfter(lastDay);
        promise("1.00", promisedOn).statusCode(409).body("code", equalTo("agreement-running"));

        ledger.pay(item, "199.00", "101.00");

        Awaitility.await()
                .untilAsserted(() -> ledger.get("/v1/promises/{id}", id)
                        .then()
                        .body("status", equalTo("kept"))
                        .body("received.amount", equalTo("199.00")));
        ledger.probe()
                .await(PromiseKept.class, one -> one.promiseId().toString().equals(id));
        assertThat(firstStep()).isBefore(lastDay);
        ledger.get("/v1/promises?customerId={c}&status=kept", customer).then().body("items", hasSize(1));
    }

    @Test
    @DisplayName("for a promise, and goes on with the next step when it is broken")
    void promiseBroken() {
        String id = promise(null, ledger.today())
                .statusCode(201)
                .body("amount.amount", equalTo("300.00"))
                .extract()
                .path("promiseId");
        LocalDate lastDay = LocalDate.parse(ledger.get("/v1/promises/{id}", id).path("lastDay"));
        ledger.openUntil(lastDay);
        ledger.get("/v1/promises/{id}", id).then().body("status", equalTo("open"));

        ledger.openNext();

        PromiseBroken broken = ledger.probe()
                .await(PromiseBroken.class, one -> one.promiseId().toString().equals(id));
        assertThat(broken.outcome()).isEqualTo("broken");
        ledger.get("/v1/promises?customerId={c}&asOf={d}", customer, lastDay.toString())
                .then()
                .body("items[0].status", equalTo("open"))
                .body("items[0].endedOn", nullValue());
        ledger.openUntil(ledger.today().plusDays(4));
        ledger.get("/v1/invoices/{id}/plan", item.id()).then().body("taken[0].level", equalTo(1));
        ledger.post("/v1/promises/" + id + "/withdrawal", "", "dunning:write")
                .statusCode(409)
                .body("code", equalTo("promise-ended"));
    }

    @Test
    @DisplayName("for a payment plan, which a missed instalment ends; longer than the insurer allows only with consent")
    void plan() {
        ledger.announce(new CoverChanged(customer, "P-1", eur("300.00"), eur("270.00"), eur("30.00")));
        Map<String, Object> body = new HashMap<>(Map.of(
                "customerId",
                customer,
                "sellerId",
                "S-1",
                "invoiceNumbers",
                List.of(number),
                "instalments",
                3,
                "firstOn",
                ledger.today().plusDays(1).toString()));
        ledger.post("/v1/payment-plans", body, "dunning:write")
                .statusCode(422)
                .body("code", equalTo("plan-exceeds-extension-period"))
                .body("errors[0].pointer", equalTo("/consentId"));
        body.put("consentId", "consent-7");
        String id = ledger.post("/v1/payment-plans", body, "dunning:write")
                .statusCode(201)
                .body("instalments.amount.amount", equalTo(List.of("100.00", "100.00", "100.00")))
                .extract()
                .path("planId");
        ledger.pay(item, "40.00", "260.00");
        ledger.get("/v1/payment-plans/{id}", id)
                .then()
                .body("status", equalTo("running"))
                .body("received.amount", equalTo("40.00"));

        ledger.openUntil(ledger.today().plusDays(7));

        PaymentPlanEnded ended = ledger.probe()
                .await(PaymentPlanEnded.class, one -> one.planId().toString().equals(id));
        assertThat(ended.outcome()).isEqualTo("missed");
        assertThat(ended.remaining()).isEqualTo(eur("260.00"));
        ledger.get("/v1/payment-plans?customerId={c}&status=missed", customer)
                .then()
                .body("items", hasSize(1));
        ledger.post("/v1/payment-plans/" + id + "/cancellation", "", "dunning:write")
                .statusCode(409)
                .body("code", equalTo("plan-ended"));
    }

    @Test
    @DisplayName("for a payment plan of any length, when no policy insures him any more")
    void uninsuredPlan() {
        ledger.announce(new CoverChanged(customer, "P-1", eur("300.00"), eur("270.00"), eur("30.00")));
        ledger.announce(new CoverChanged(customer, null, eur("300.00"), eur("0.00"), eur("300.00")));
        Map<String, Object> body = Map.of(
                "customerId",
                customer,
                "sellerId",
                "S-1",
                "invoiceNumbers",
                List.of(number),
                "instalments",
                3,
                "firstOn",
                ledger.today().plusDays(1).toString());
        ledger.post("/v1/payment-plans", body, "dunning:write").statusCode(201);
    }

    @Test
    @DisplayName("for a hold with an end; it can be lifted before, and tried out for many")
    void hold() {
        LocalDate until = ledger.today().plusDays(6);
        Map<String, Object> body = new HashMap<>(
                Map.of("customerId", customer, "reason", "talks", "owner", "anna", "until", until.toString()));
        String id = ledger.post("/v1/holds", body, "dunning:write")
                .statusCode(201)
                .extract()
                .path("holdId");
        ledger.probe().await(DunningPaused.class, one -> one.holdId().toString().equals(id));
        assertThat(firstStep()).isAfter(until);
        ledger.openUntil(ledger.today().plusDays(5));
        ledger.get("/v1/invoices/{id}/why", item.id()).then().body("reason", equalTo("on-hold"));
        ledger.post("/v1/holds/lifting/dry-run", Map.of("customerIds", List.of(customer)), "dunning:read")
                .statusCode(200)
                .body("holds", equalTo(1))
                .body("amount.amount", equalTo("300.00"));

        ledger.post("/v1/holds/" + id + "/lifting", "", "dunning:write")
                .statusCode(200)
                .body("status", equalTo("lifted"));

        ledger.probe()
                .await(DunningResumed.class, one -> one.holdId().toString().equals(id));
        ledger.post("/v1/holds/" + id + "/lifting", "", "dunning:write").statusCode(409);
        refusedAndMany(body);
    }

    private void refusedAndMany(Map<String, Object> body) {
        body.put("until", ledger.today().minusDays(1).toString());
        ledger.post("/v1/holds", body, "dunning:write").statusCode(422).body("code", equalTo("hold-ends-in-past"));
        body.remove("until");
        ledger.post("/v1/holds", body, "dunning:write").statusCode(400);
        Map<String, Object> many = Map.of(
                "customerIds",
                List.of(customer, "A-2"),
                "reason",
                "flood",
                "owner",
                "anna",
                "until",
                ledger.today().toString());
        ledger.post("/v1/holds/batch/dry-run", many, "dunning:read")
                .statusCode(200)
                .body("holds", equalTo(2));
        ledger.get("/v1/holds?customerId={c}&status=running", customer).then().body("items", hasSize(0));
        ledger.post("/v1/holds/batch", many, "dunning:write").statusCode(200).body("holdIds", hasSize(2));
        ledger.openNext();
        ledger.get("/v1/holds?customerId={c}&status=expired", customer).then().body("items", hasSize(1));
    }

    @Test
    @DisplayName("for the answer to a question; a late answer is announced")
    void inquiry() {
        Map<String, Object> body = Map.of(
                "customerId",
                customer,
                "sellerId",
                "S-1",
                "invoiceNumber",
                number,
                "kind",
                "complaint",
                "text",
                "This is not what I ordered",
                "businessDays",
                0);
        String id = ledger.post("/v1/inquiries", body, "dunning:write")
                .statusCode(201)
                .body("dueOn", equalTo(ledger.today().toString()))
                .extract()
                .path("inquiryId");
        ledger.openUntil(ledger.today().plusDays(5));
        ledger.get("/v1/invoices/{id}/why", item.id()).then().body("reason", equalTo("inquiry-open"));
        ledger.probe()
                .await(InquiryBreached.class, one -> one.inquiryId().toString().equals(id));
        ledger.get("/v1/inquiries/{id}", id).then().body("status", equalTo("breached"));

        ledger.post("/v1/inquiries/" + id + "/answer", Map.of("text", "We send another"), "dunning:write")
                .statusCode(200)
                .body("status", equalTo("answered"));

        ledger.openUntil(ledger.today().plusDays(3));
        ledger.get("/v1/invoices/{id}/plan", item.id()).then().body("taken[0].level", equalTo(1));
        ledger.get("/v1/inquiries?customerId={c}&answered=true", customer)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    @DisplayName("for nothing it does not understand")
    void refused() {
        promise("300.01", ledger.today()).statusCode(422).body("code", equalTo("promise-exceeds-outstanding"));
        promise("1.00", ledger.today().minusDays(1)).statusCode(422).body("errors[0].pointer", equalTo("/promisedOn"));
        ledger.post(
                        "/v1/promises",
                        Map.of(
                                "customerId",
                                "other",
                                "sellerId",
                                "S-1",
                                "invoiceNumbers",
                                List.of(number),
                                "promisedOn",
                                ledger.today().toString()),
                        "dunning:write")
                .statusCode(422)
                .body("code", equalTo("invoice-of-another-customer"));
        ledger.get("/v1/promises?status=lost").then().statusCode(400).body("code", equalTo("status-unknown"));
        ledger.get("/v1/inquiries?kind=riddle").then().statusCode(400);
        ledger.get("/v1/payment-plans?status=lost").then().statusCode(400).body("detail", containsString("running"));
    }

    private LocalDate firstStep() {
        return LocalDate.parse(ledger.get("/v1/invoices/{id}/plan", item.id()).path("steps[0].on"));
    }

    private ValidatableResponse promise(String amount, LocalDate promisedOn) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "customerId",
                customer,
                "sellerId",
                "S-1",
                "invoiceNumbers",
                List.of(number),
                "promisedOn",
                promisedOn.toString()));
        if (amount != null) {
            body.put("amount", Map.of("amount", amount, "currency", "EUR"));
        }
        return ledger.post("/v1/promises", body, "dunning:write");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
