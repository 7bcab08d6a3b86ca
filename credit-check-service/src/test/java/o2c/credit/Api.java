package o2c.credit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.testkit.Tokens;

/** Calls credit-check-service as people of the tenant {@code demo}, or of {@code other}. */
public final class Api {

    private static final String[] SCOPES = {
        "credit:read", "credit:write", "credit:approve", "operate", "events:read", "audit:read"
    };

    private Api() {}

    public static RequestSpecification demo() {
        return as("demo", "demo-tester");
    }

    public static RequestSpecification other() {
        return as("other", "other-tester");
    }

    public static RequestSpecification as(String tenant, String subject) {
        return given().auth().oauth2(Tokens.as(tenant, subject, SCOPES)).contentType(ContentType.JSON);
    }

    /** A POST with a fresh idempotency key. */
    public static Response post(String path, Object body) {
        return post(demo(), path, body);
    }

    public static Response post(RequestSpecification caller, String path, Object body) {
        RequestSpecification request = caller.header("Idempotency-Key", UUID.randomUUID());
        return body == null ? request.post(path) : request.body(body).post(path);
    }

    public static ValidatableResponse get(String path, Object... parameters) {
        return demo().get(path, parameters).then().statusCode(200);
    }

    public static Response put(String path, Object body) {
        return demo().body(body).put(path);
    }

    /** A customer id nobody used before. */
    public static String newId() {
        return "C-" + Ids.next();
    }

    /** A registered business customer. */
    public static String customer() {
        String id = newId();
        put("/v1/customers/" + id, Map.of("name", "Acme", "country", "NL", "kind", "business"))
                .then()
                .statusCode(201);
        return id;
    }

    /** A registered customer with a standing limit in euro. */
    public static String customerWithLimit(String amount) {
        String id = customer();
        limit(id, amount, today().toString(), null).then().statusCode(201);
        return id;
    }

    public static Response limit(String customerId, String amount, String from, String to) {
        String until = to == null ? "" : ",\"validTo\":\"" + to + "\"";
        return post(
                "/v1/customers/" + customerId + "/credit-limit-requests",
                "{\"amount\":" + eur(amount) + ",\"validFrom\":\"" + from + "\"" + until + ",\"reason\":\"growth\"}");
    }

    public static Response check(String customerId, String purpose, String orderId, String amount) {
        return post("/v1/credit-checks", question(customerId, purpose, orderId, amount));
    }

    public static String question(String customerId, String purpose, String orderId, String amount) {
        return "{\"customerId\":\"" + customerId + "\",\"purpose\":\"" + purpose + "\",\"orderId\":\"" + orderId
                + "\",\"amount\":" + eur(amount) + ",\"paymentTermDays\":30}";
    }

    public static String eur(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    public static LocalDate today() {
        return LocalDate.parse(get("/v1/business-days/current").extract().path("date"));
    }

    /** Opens the next business day of {@code demo}. */
    public static LocalDate nextDay() {
        LocalDate next = today().plusDays(1);
        demo().body(Map.of("date", next.toString()))
                .post("/v1/business-days")
                .then()
                .statusCode(200);
        return next;
    }
}
