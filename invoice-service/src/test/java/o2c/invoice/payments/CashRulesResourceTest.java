package o2c.invoice.payments;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The rules for setting money against debts")
class CashRulesResourceTest {

    private final Ledger ledger = Ledger.of("other");

    @BeforeEach
    void fiveCents() {
        decide("principal-first", "0.05", "0.50").statusCode(200);
    }

    @Test
    @DisplayName("are versions, and the same again is no new one")
    void versions() {
        int version = ledger.get("/v1/cash-rules").extract().path("version");
        decide("principal-first", "0.05", "0.50").body("version", equalTo(version));
        decide("principal-first", "0.10", "0.50").body("version", equalTo(version + 1));
        ledger.get("/v1/cash-rules").body("version", equalTo(version + 1)).body("underpayment.amount", equalTo("0.10"));
        ledger.get("/v1/cash-rules?on=2025-12-31")
                .body("version", equalTo(0))
                .body("chargesOrder", equalTo("law-from-notice"));
    }

    @Test
    @DisplayName("let small differences go both ways")
    void smallDifferences() {
        ledger.issued("CR-small", "CR-1", "100.00", "2025-12-01", "2025-12-31");
        ledger.pay("CR-small", "99.97", "2026-01-05", List.of())
                .statusCode(201)
                .body("allocations[0].smallDifference.amount", equalTo("0.03"));
        ledger.get("/v1/invoices?customerId=CR-small").body("items.status", contains("settled"));
        ledger.issued("CR-small", "CR-2", "100.00", "2025-12-01", "2025-12-31");
        ledger.pay("CR-small", "100.50", "2026-01-05", List.of()).body("unallocated.amount", equalTo("0.00"));
        ledger.get("/v1/customers/CR-small/statement").body("items", empty()).body("cash", empty());
    }

    @Test
    @DisplayName("grant a discount that was earned, and leave one that was taken late open with the reason")
    void discount() {
        issuedWithDiscount("CR-3", "1210.00", 15);
        issuedWithDiscount("CR-4", "1000.00", 11);
        String id = ledger.pay("CR-disc", "1185.80", "2026-01-04", List.of())
                .body("allocations.invoiceNumber", contains("CR-3"))
                .body("allocations[0].discount.amount", equalTo("24.20"))
                .extract()
                .path("paymentId");
        ledger.pay("CR-disc", "980.00", "2026-01-04", List.of())
                .body("allocations.invoiceNumber", contains("CR-4"))
                .body("allocations[0].discount", nullValue())
                .body("allocations[0].restReason", equalTo("discount-taken-late"));
        ledger.get("/v1/invoices?customerId=CR-disc&status=open")
                .body("items.invoiceNumber", contains("CR-4"))
                .body("items.outstanding", contains("20.00"));
        ledger.call()
                .body(Map.of("reason", "returned"))
                .post("/v1/payments/{id}/reversals", id)
                .then()
                .statusCode(201);
        ledger.get("/v1/invoices?customerId=CR-disc&status=open")
                .body("items.outstanding", containsInAnyOrder("1210.00", "20.00"));
    }

    @Test
    @DisplayName("leave money for an order, or on account, alone")
    void keptForAnOrder() {
        ledger.issued("CR-order", "CR-5", "100.00", "2025-12-01", "2025-12-31");
        Map<String, Object> prepayment = Ledger.receipt("CR-order", "60.00", "2026-01-05");
        prepayment.put("orderId", "ORD-9");
        String id =
                ledger.pay(prepayment).body("allocations", empty()).extract().path("paymentId");
        Map<String, Object> onAccount = Ledger.receipt("CR-order", "10.00", "2026-01-05");
        onAccount.put("onAccount", true);
        ledger.pay(onAccount).body("allocations", empty()).body("unallocated.amount", equalTo("10.00"));
        onAccount.put("allocations", List.of(Ledger.part("CR-5", "10.00")));
        ledger.pay(onAccount).statusCode(422).body("code", equalTo("on-account-or-allocated"));
        Map<String, Object> billed = Ledger.item("CR-order", "CR-6", "40.00", "2026-01-05", "2026-02-04");
        billed.put("orderId", "ORD-9");
        ledger.issue(billed).statusCode(201);
        ledger.call()
                .body(Map.of())
                .post("/v1/payments/{id}/allocations", id)
                .then()
                .body("allocations.invoiceNumber", contains("CR-6"))
                .body("unallocated.amount", equalTo("20.00"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} at {3}")
    @CsvSource({
        "0.05,-0.01,422,/overpayment/amount,tolerance-out-of-range",
        "2000.00,0.00,422,/underpayment/amount,tolerance-out-of-range",
        "a lot,0.00,400,/underpayment/amount,number-malformed"
    })
    @DisplayName("out of all proportion are refused")
    void refused(String under, String over, int status, String pointer, String code) {
        decide("law", under, over).statusCode(status).body("errors[0].pointer", equalTo(pointer));
        ledger.get("/v1/cash-rules").body("chargesOrder", equalTo("principal-first"));
    }

    private ValidatableResponse decide(String order, String under, String over) {
        return ledger.call()
                .body(Map.of(
                        "chargesOrder", order,
                        "underpayment", Map.of("amount", under),
                        "overpayment", Map.of("amount", over)))
                .put("/v1/cash-rules")
                .then();
    }

    /** An invoice of 2025-12-20 under terms that give two percent within so many days. */
    private void issuedWithDiscount(String number, String total, int withinDays) {
        String terms = "two-percent-" + withinDays;
        ledger.call()
                .body(Map.of(
                        "name",
                        terms,
                        "effectiveFrom",
                        "2025-01-01",
                        "netDays",
                        42,
                        "discounts",
                        List.of(Map.of("withinDays", withinDays, "percentage", "2.00"))))
                .put("/v1/payment-terms/{id}", terms)
                .then()
                .statusCode(201);
        Map<String, Object> invoice = Ledger.item("CR-disc", number, total, "2025-12-20", null);
        invoice.put("paymentTerms", Map.of("termsId", terms));
        ledger.issue(invoice).statusCode(201);
    }
}
