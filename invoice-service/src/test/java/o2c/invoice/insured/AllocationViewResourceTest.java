package o2c.invoice.insured;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The cash of a customer in two views")
class AllocationViewResourceTest {

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("goes where he meant it, and to the oldest for the insurer; both total what came in")
    void bothViews() {
        ledger.issued("V-1", "V1-A", "300.00", "2025-10-01", "2025-10-31");
        ledger.issued("V-1", "V1-B", "500.00", "2025-11-01", "2025-12-01");
        ledger.pay("V-1", "400.00", "2025-12-10", List.of(Ledger.part("V1-B", "400.00")));
        String back = ledger.pay("V-1", "60.00", "2025-12-12", List.of(Ledger.part("V1-B", "50.00")))
                .extract()
                .path("paymentId");
        String url = "/v1/customers/V-1/allocation-views";
        ledger.get(url)
                .statusCode(200)
                .body("accounts[0].cashReceived", equalTo("460.00"))
                .body("accounts[0].asPaid.total", equalTo("460.00"))
                .body("accounts[0].asPaid.unallocated", equalTo("10.00"))
                .body("accounts[0].asInsured.total", equalTo("460.00"))
                .body("accounts[0].items.invoiceNumber", contains("V1-A", "V1-B"))
                .body("accounts[0].items.asPaid", contains("0.00", "450.00"))
                .body("accounts[0].items.asInsured", contains("300.00", "160.00"));
        ledger.get(url + "?lossOn=2025-12-11").body("accounts[0].items.asInsured", contains("300.00", "160.00"));
        ledger.get(url + "?lossOn=2025-12-10").body("accounts[0].items.asInsured", contains("172.50", "287.50"));
        ledger.call()
                .body(Map.of("reason", "returned"))
                .post("/v1/payments/{id}/reversals", back)
                .then()
                .statusCode(201);
        ledger.get(url)
                .body("accounts[0].cashReceived", equalTo("400.00"))
                .body("accounts[0].asPaid.total", equalTo("400.00"))
                .body("accounts[0].items.asInsured", contains("300.00", "100.00"));
        ledger.get(url + "?asOf=2026-01-04").body("accounts[0].cashReceived", equalTo("460.00"));
    }

    @Test
    @DisplayName("is nothing where nobody paid, and of no other tenant")
    void nothing() {
        ledger.issued("V-2", "V2-A", "300.00", "2025-10-01", "2025-10-31");
        ledger.get("/v1/customers/V-2/allocation-views").body("accounts[0].cashReceived", equalTo("0.00"));
        Ledger.of("other").get("/v1/customers/V-2/allocation-views").body("accounts", empty());
        ledger.get("/v1/customers/V-2/allocation-views?lossOn=never").statusCode(400);
    }
}
