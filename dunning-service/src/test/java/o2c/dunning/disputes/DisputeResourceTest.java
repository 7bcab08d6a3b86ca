package o2c.dunning.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.contracts.DunningEvent.DisputeResolved;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A dispute")
class DisputeResourceTest {

    private static final LocalDate DUE = LocalDate.parse("2026-02-02");

    private final Ledger ledger = new Ledger("disputes");
    private final String customer = "D-" + Ids.next();
    private final String number = "F-" + Ids.next();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("stops its part only; when it is rejected, the whole is asked for again")
    void part() {
        Item invoice = ledger.issue(customer, number, DUE, "1000.00");

        String id = dispute("250.00", "quality")
                .statusCode(201)
                .body("status", equalTo("open"))
                .body("amount.amount", equalTo("250.00"))
                .body("outcome", nullValue())
                .extract()
                .path("disputeId");

        ledger.get("/v1/invoices/{id}/plan", invoice.id())
                .then()
                .body("disputed.amount", equalTo("250.00"))
                .body("steps.size()", equalTo(6));
        resolve(id, "rejected").statusCode(200).body("status", equalTo("resolved"));
        ledger.get("/v1/invoices/{id}/plan", invoice.id()).then().body("disputed.amount", equalTo("0.00"));
        ledger.probe()
                .await(DisputeOpened.class, opened -> opened.invoiceNumber().equals(number));
        DisputeResolved resolved = ledger.probe()
                .await(DisputeResolved.class, one -> one.invoiceNumber().equals(number));
        assertThat(resolved.outcome()).isEqualTo("rejected");
        resolve(id, "accepted").statusCode(409).body("code", equalTo("dispute-resolved"));
    }

    @Test
    @DisplayName("has an owner, a clock and evidence, and can be handed on until it is resolved")
    void handled() {
        ledger.issue(customer, number, DUE, "1000.00");
        String id = dispute("250.00", "delivery")
                .statusCode(201)
                .body("owner", equalTo("logistics"))
                .extract()
                .path("disputeId");
        String path = "/v1/disputes/" + id;
        ledger.post(path + "/assignment", Map.of("owner", "bert-" + number), "dunning:write")
                .statusCode(200)
                .body("owner", equalTo("bert-" + number));
        ledger.post(path + "/assignment", Map.of("dueOn", "2025-12-31"), "dunning:write")
                .statusCode(422)
                .body("code", equalTo("due-in-past"));
        ledger.post(path + "/evidence", Map.of("kind", "delivery-note", "reference", "DN-7"), "dunning:write")
                .statusCode(201);
        ledger.post(path + "/evidence", Map.of("kind", "Delivery note", "reference", "DN-7"), "dunning:write")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
        ledger.get(path + "/evidence").then().body("items.reference", equalTo(List.of("DN-7")));
        ledger.get("/v1/disputes?owner={o}", "bert-" + number).then().body("items.size()", equalTo(1));
        ledger.post(
                        path + "/resolution",
                        Map.of(
                                "outcome",
                                "rejected",
                                "returnedOn",
                                ledger.today().toString()),
                        "dunning:write")
                .statusCode(422)
                .body("code", equalTo("return-without-credit"));
        ledger.post(path + "/resolution", Map.of("outcome", "withdrawn", "text", "found it"), "dunning:write")
                .statusCode(200)
                .body("conclusion", equalTo("found it"));
        ledger.post(path + "/assignment", Map.of("owner", "cees"), "dunning:write")
                .statusCode(409);
    }

    @Test
    @DisplayName("without an amount contests all that is open, and leaves no step")
    void whole() {
        Item invoice = ledger.issue(customer, number, DUE, "1000.00");
        ledger.pay(invoice, "400.00", "600.00");

        dispute(null, "other").statusCode(201).body("amount.amount", equalTo("600.00"));

        ledger.get("/v1/invoices/{id}/plan", invoice.id()).then().body("steps.size()", equalTo(0));
        ledger.get("/v1/invoices/{id}/why?date=2026-01-30", invoice.id())
                .then()
                .body("reason", equalTo("wholly-disputed"));
        dispute("1.00", "price").statusCode(422).body("code", equalTo("already-disputed"));
    }

    @Test
    @DisplayName("about an invoice that is still on its way is to be tried again, and then taken")
    void invoiceOnItsWay() {
        String key = Ids.next().toString();
        ledger.issue(customer, number + "-other", DUE, "10.00");
        ValidatableResponse tooEarly = disputeWithKey(key, "250.00", "quality");
        tooEarly.statusCode(422).body("code", equalTo("invoice-unknown")).header("Retry-After", equalTo("1"));

        ledger.issue(customer, number, DUE, "1000.00");

        disputeWithKey(key, "250.00", "quality").statusCode(201);
        disputeWithKey(key, "250.00", "quality").statusCode(201).header("Idempotent-Replayed", "true");
        ledger.get("/v1/disputes?invoiceNumber={n}", number).then().body("items.size()", equalTo(1));
    }

    @Test
    @DisplayName("is closed by the payment of its invoice")
    void closedByPayment() {
        Item invoice = ledger.issue(customer, number, DUE, "1000.00");
        dispute(null, "other").statusCode(201);

        ledger.pay(invoice, "1000.00", "0.00");

        ledger.get("/v1/disputes?invoiceNumber={n}&status=resolved", number)
                .then()
                .body("items[0].outcome", equalTo("closed-by-payment"))
                .body("items[0].resolvedBy", nullValue());
        DisputeResolved closed = ledger.probe()
                .await(DisputeResolved.class, one -> one.invoiceNumber().equals(number));
        assertThat(closed.resolvedOn()).isEqualTo(ledger.today());
        dispute("1.00", "price").statusCode(422).body("code", equalTo("nothing-open"));
    }

    @ParameterizedTest(name = "amount {0}, code {1}: {2} {3}")
    @CsvSource({
        "1000.01, price, 422, dispute-exceeds-outstanding",
        "0.00, price, 422, amount-not-positive",
        "10.00, colour, 400, dispute-code-unknown",
    })
    @DisplayName("that makes no sense is refused and not stored")
    void refused(String amount, String code, int status, String refusal) {
        ledger.issue(customer, number, DUE, "1000.00");

        dispute(amount, code).statusCode(status).body("code", equalTo(refusal));

        ledger.get("/v1/disputes?invoiceNumber={n}", number).then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("must name the seller where there are several, and a currency the invoice has")
    void seller() {
        ledger.issue(customer, number, DUE, "1000.00");
        ledger.issue(customer, "S-2", number, DUE, Money.of("50.00", "EUR"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> ledger.get("/v1/cases/{c}", customer).then().body("balances.size()", equalTo(2)));

        ledger.post("/v1/disputes", Map.of("invoiceNumber", number, "code", "price"), "dunning:write")
                .statusCode(422)
                .body("code", equalTo("seller-ambiguous"))
                .body("errors[0].pointer", equalTo("/sellerId"));
        ledger.post(
                        "/v1/disputes",
                        Map.of(
                                "sellerId",
                                "S-2",
                                "invoiceNumber",
                                number,
                                "code",
                                "price",
                                "amount",
                                Map.of("amount", "10.00", "currency", "USD")),
                        "dunning:write")
                .statusCode(400)
                .body("code", equalTo("currency-mismatch"));
        dispute("50.01", "price", "S-2").statusCode(422);
        dispute("50.00", "price", "S-2").statusCode(201);
    }

    @Test
    @DisplayName("of one tenant is not there for another")
    void otherTenant() {
        ledger.issue(customer, number, DUE, "1000.00");
        String id = dispute("1.00", "tax").statusCode(201).extract().path("disputeId");

        for (String path : new String[] {"/v1/disputes/" + id, "/v1/disputes/not-a-uuid"}) {
            given().auth()
                    .oauth2(Tokens.of("other", "dunning:read"))
                    .get(path)
                    .then()
                    .statusCode(404);
        }
        ledger.get("/v1/disputes/{id}", id).then().statusCode(200).body("code", equalTo("tax"));
    }

    private ValidatableResponse dispute(String amount, String code) {
        return dispute(amount, code, "S-1");
    }

    private ValidatableResponse dispute(String amount, String code, String seller) {
        return ledger.post("/v1/disputes", body(amount, code, seller), "dunning:write");
    }

    private ValidatableResponse disputeWithKey(String key, String amount, String code) {
        ledger.settle();
        return ledger.as("dunning:write")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(amount, code, "S-1"))
                .post("/v1/disputes")
                .then();
    }

    private Map<String, Object> body(String amount, String code, String seller) {
        Map<String, Object> body = new HashMap<>(Map.of("sellerId", seller, "invoiceNumber", number, "code", code));
        if (amount != null) {
            body.put("amount", Map.of("amount", amount, "currency", "EUR"));
        }
        return body;
    }

    private ValidatableResponse resolve(String id, String outcome) {
        return ledger.post("/v1/disputes/" + id + "/resolution", Map.of("outcome", outcome), "dunning:write");
    }
}
