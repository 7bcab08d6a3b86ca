package o2c.invoice.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;

/** Keeps a tenant's ledger over REST, as a caller would. */
public final class Ledger {

    /** The business date of the sandbox tenants. */
    public static final LocalDate TODAY = LocalDate.parse(SuiteServers.FIRST_DAY);

    private static final Set<String> READY = ConcurrentHashMap.newKeySet();

    private final String tenant;

    private Ledger(String tenant) {
        this.tenant = tenant;
    }

    /** The ledger of that tenant; seller S is registered before the first call. */
    public static Ledger of(String tenant) {
        return new Ledger(tenant);
    }

    /** A caller with all scopes and a fresh idempotency key. */
    public RequestSpecification call() {
        return callWithKey(UUID.randomUUID().toString());
    }

    public RequestSpecification callWithKey(String key) {
        if (READY.add(tenant)) {
            seller("S").statusCode(oneOf(200, 201));
        }
        return given().auth()
                .oauth2(Tokens.of(tenant, "invoice:read", "invoice:write", "events:read"))
                .contentType("application/json")
                .header("Idempotency-Key", key);
    }

    public ValidatableResponse seller(String sellerId) {
        return call().body(Map.of(
                        "name", "Fietsen BV", "country", "NL", "currency", "EUR", "timeZone", "Europe/Amsterdam"))
                .put("/v1/sellers/{id}", sellerId)
                .then();
    }

    /** The request for a ledger item of seller S. */
    public static Map<String, Object> item(String customer, String number, String total, String issued, String due) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sellerId", "S");
        item.put("customerId", customer);
        item.put("invoiceNumber", number);
        item.put("issuedOn", issued);
        item.put("dueOn", due);
        item.put("currency", "EUR");
        item.put("total", total);
        return item;
    }

    public ValidatableResponse issue(Map<String, Object> invoice) {
        return call().body(invoice).post("/v1/invoices").then();
    }

    /** Issues a ledger item and answers its id. */
    public String issued(String customer, String number, String total, String issued, String due) {
        return issue(item(customer, number, total, issued, due))
                .statusCode(201)
                .extract()
                .path("invoiceId");
    }

    /** The request for a receipt for seller S. */
    public static Map<String, Object> receipt(String customer, String amount, String receivedOn) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("customerId", customer);
        receipt.put("sellerId", "S");
        receipt.put("amount", euros(amount));
        receipt.put("receivedOn", receivedOn);
        return receipt;
    }

    public static Map<String, Object> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** One named part of an allocation to an invoice of seller S. */
    public static Map<String, Object> part(String invoiceNumber, String amount) {
        return Map.of("sellerId", "S", "invoiceNumber", invoiceNumber, "amount", euros(amount));
    }

    public ValidatableResponse pay(Map<String, Object> receipt) {
        return call().body(receipt).post("/v1/payments").then();
    }

    public ValidatableResponse pay(String customer, String amount, String receivedOn, List<Map<String, Object>> parts) {
        Map<String, Object> receipt = receipt(customer, amount, receivedOn);
        receipt.put("allocations", parts);
        return pay(receipt);
    }

    public ValidatableResponse get(String path, Object... values) {
        return call().get(path, values).then();
    }

    /** Somebody else decides on what waits for a second person. */
    public ValidatableResponse decide(String approvalId, boolean approved) {
        return given().auth()
                .oauth2(Tokens.as(tenant, "second person", "invoice:read", "invoice:approve"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("decision", approved ? "approved" : "declined"))
                .post("/v1/approvals/{id}/decision", approvalId)
                .then();
    }

    public ValidatableResponse post(Map<String, Object> body, String path, Object... values) {
        return call().body(body).post(path, values).then();
    }
}
