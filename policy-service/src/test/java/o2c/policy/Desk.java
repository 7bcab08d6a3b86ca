package o2c.policy;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.testkit.Tokens;

/** What a credit insurance desk does over REST, and what the other services tell it. */
public record Desk(String tenant) {

    public static final String POLICY = """
            {"validFrom":"2025-01-01","validTo":"2027-12-31","currency":"EUR","insuredPercentage":"90.00",
             "insuredSellerIds":["%s"],"maxTermDays":90,"discretionary":{"amount":"1000.00","percentage":"80.00"}}""";

    public RequestSpecification asking() {
        return given().header("Authorization", "Bearer " + Tokens.of(tenant, Tokens.allScopes()))
                .contentType(ContentType.JSON);
    }

    public RequestSpecification posting() {
        return asking().header("Idempotency-Key", Ids.next().toString());
    }

    /** A policy of its own seller, so that tests do not overlap. */
    public String policyFor(String sellerId) {
        String policyId = "P-" + sellerId;
        asking().body(POLICY.formatted(sellerId))
                .put("/v1/policies/" + policyId)
                .then()
                .statusCode(201);
        return policyId;
    }

    public String limit(String policyId, String customerId, String amount, String from) {
        String body = """
                {"policyId":"%s","customerId":"%s","amount":{"amount":"%s","currency":"EUR"},
                 "effectiveFrom":"%s","decision":{"decision":"granted"}}""";
        return posting()
                .body(body.formatted(policyId, customerId, amount, from))
                .post("/v1/limits")
                .then()
                .statusCode(201)
                .extract()
                .path("limitId");
    }

    public ValidatableResponse cover(String customerId, Object... query) {
        RequestSpecification asking = asking();
        for (int i = 0; i < query.length; i += 2) {
            asking = asking.queryParam(query[i].toString(), query[i + 1]);
        }
        return asking.get("/v1/customers/" + customerId + "/cover").then();
    }

    public void derive() {
        asking().post("/v1/derivations").then().statusCode(200);
    }

    public void openDay(LocalDate day) {
        asking().body("{\"date\":\"" + day + "\"}")
                .post("/v1/business-days")
                .then()
                .statusCode(200);
    }

    public static InvoiceIssued invoice(
            String customerId, String sellerId, String number, String issuedOn, String dueOn, String total) {
        Money amount = Money.of(total, "EUR");
        return new InvoiceIssued(
                UUID.nameUUIDFromBytes((customerId + number).getBytes(StandardCharsets.UTF_8)),
                customerId,
                sellerId,
                number,
                LocalDate.parse(issuedOn),
                LocalDate.parse(dueOn),
                LocalDate.parse(dueOn),
                amount,
                BigDecimal.ONE,
                amount,
                null,
                null,
                null);
    }

    public static PaymentAllocated paid(InvoiceIssued invoice, String on, String amount) {
        return new PaymentAllocated(
                Ids.next(),
                invoice.customerId(),
                invoice.sellerId(),
                LocalDate.parse(on),
                LocalDate.parse(on),
                List.of(new Allocation(
                        invoice.invoiceId(),
                        invoice.invoiceNumber(),
                        Money.of(amount, "EUR"),
                        invoice.total().minus(Money.of(amount, "EUR")))));
    }

    public static CustomerRegistered registered(String customerId, String country) {
        return new CustomerRegistered(customerId, country, "business", null, null, "nl", null);
    }
}
