package o2c.invoice.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.invoice.testing.Ledger;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A payment that goes back")
class ReversalResourceTest {

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("leaves the invoice owed again with its old due day; past days stay as they were")
    void reversed() {
        String invoice = ledger.issued("R-back", "RV-1", "100.00", "2025-11-01", "2025-12-01");
        String id = paid("R-back", "120.00", "2025-12-10");
        ledger.get("/v1/invoices/{id}", invoice).body("status", equalTo("settled"));
        reverse(id, "charged-back", "2026-01-03")
                .statusCode(201)
                .body("status", equalTo("reversed"))
                .body("unallocated.amount", equalTo("0.00"))
                .body("allocations", hasSize(0));
        ledger.get("/v1/invoices/{id}", invoice)
                .body("status", equalTo("open"))
                .body("outstanding", equalTo("100.00"))
                .body("dueOn", equalTo("2025-12-01"))
                .body("lastPaidOn", nullValue());
        ledger.get("/v1/customers/R-back/statement?asOf=2026-01-02").body("totals[0].total.amount", equalTo("-20.00"));
        ledger.get("/v1/customers/R-back/statement?asOf=2026-01-03").body("totals[0].total.amount", equalTo("100.00"));
        try (EventProbe probe = EventProbe.connect()) {
            PaymentReversed event =
                    probe.await(PaymentReversed.class, e -> e.customerId().equals("R-back"));
            assertThat(event.allocations().get(0).amount().amount()).isEqualTo("100.00");
            assertThat(event.unallocated().amount()).isEqualTo("20.00");
        }
        reverse(id, "mistake", null).statusCode(409).body("code", equalTo("payment-reversed"));
    }

    @Test
    @DisplayName("leaves the invoice with the day of the money that stays")
    void partly() {
        String invoice = ledger.issued("R-part", "RV-2", "100.00", "2025-11-01", "2025-12-01");
        String first = paid("R-part", "30.00", "2025-12-02");
        String last = paid("R-part", "70.00", "2025-12-20");
        reverse(last, "insufficient-funds", null).statusCode(201);
        ledger.get("/v1/invoices/{id}", invoice)
                .body("outstanding", equalTo("70.00"))
                .body("lastPaidOn", equalTo("2025-12-02"));
        ledger.get("/v1/payments/{id}", first).body("allocations.amount.amount", contains("30.00"));
    }

    @Test
    @DisplayName("in part is a refund of unallocated cash; after that it cannot be reversed any more")
    void refunded() {
        ledger.issued("R-refund", "RV-3", "100.00", "2025-11-01", "2025-12-01");
        String id = paid("R-refund", "130.00", "2026-01-02");
        refund(id, "10.00", "2026-01-04")
                .statusCode(201)
                .body("unallocated.amount", equalTo("20.00"))
                .body("refunded.amount", equalTo("10.00"));
        ledger.get("/v1/customers/R-refund/statement?asOf=2026-01-03")
                .body("cash[0].unallocated.amount", equalTo("30.00"));
        ledger.call()
                .body(Map.of())
                .post("/v1/payments/{id}/refunds", id)
                .then()
                .statusCode(201)
                .body("unallocated.amount", equalTo("0.00"));
        refund(id, "0.01", null).statusCode(422).body("code", equalTo("refund-exceeds-unallocated"));
        reverse(id, "mistake", null).statusCode(422).body("code", equalTo("payment-refunded"));
        try (EventProbe probe = EventProbe.connect()) {
            probe.await(CashReleased.class, event -> event.customerId().equals("R-refund"));
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2} {3}")
    @CsvSource({
        "returned,2026-01-06,422,date-in-future,/reversedOn",
        "returned,2025-12-31,422,reversal-before-receipt,/reversedOn",
        "lost,2026-01-05,400,value-unknown,/reason",
        "returned,soon,400,date-malformed,/reversedOn"
    })
    @DisplayName("is refused where it cannot be, and the field is named")
    void refused(String reason, String on, int status, String code, String pointer) {
        String id = paid("R-refused", "5.00", "2026-01-02");
        reverse(id, reason, on)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        ledger.get("/v1/payments/{id}", id).body("status", equalTo("received"));
    }

    @Test
    @DisplayName("of another tenant is not there")
    void otherTenant() {
        String id = paid("R-fence", "5.00", "2026-01-02");
        Ledger other = Ledger.of("other");
        other.call()
                .body(Map.of("reason", "mistake"))
                .post("/v1/payments/{id}/reversals", id)
                .then()
                .statusCode(404);
        other.call().body(Map.of()).post("/v1/payments/{id}/refunds", id).then().statusCode(404);
    }

    private String paid(String customer, String amount, String receivedOn) {
        return ledger.pay(customer, amount, receivedOn, List.of())
                .statusCode(201)
                .extract()
                .path("paymentId");
    }

    private ValidatableResponse reverse(String id, String reason, String on) {
        Map<String, String> told = on == null ? Map.of("reason", reason) : Map.of("reason", reason, "reversedOn", on);
        return ledger.call().body(told).post("/v1/payments/{id}/reversals", id).then();
    }

    private ValidatableResponse refund(String id, String amount, String on) {
        Map<String, Object> told = on == null
                ? Map.of("amount", Ledger.euros(amount))
                : Map.of("amount", Ledger.euros(amount), "refundedOn", on);
        return ledger.call().body(told).post("/v1/payments/{id}/refunds", id).then();
    }
}
