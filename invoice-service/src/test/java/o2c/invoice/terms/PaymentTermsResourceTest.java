package o2c.invoice.terms;

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
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.TermsAccepted;
import o2c.invoice.testing.Ledger;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Payment terms")
class PaymentTermsResourceTest {

    private static final List<Map<String, Object>> THIRDS = List.of(
            Map.of("weight", "1", "netDays", 0),
            Map.of("weight", "1", "netDays", 30),
            Map.of("weight", "1", "netDays", 60));

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("are versions; what is said again changes nothing")
    void versions() {
        put("v-terms", Map.of("name", "30 days", "netDays", 30, "effectiveFrom", "2025-01-01"))
                .statusCode(201)
                .body("version", equalTo(1));
        put("v-terms", Map.of("name", "30 days", "netDays", 30)).statusCode(200).header("ETag", equalTo("\"1\""));
        put("v-terms", Map.of("name", "14 days", "netDays", 14, "effectiveFrom", "2026-02-01"))
                .statusCode(200)
                .body("version", equalTo(2));

        ledger.get("/v1/payment-terms/v-terms").body("version", equalTo(1)).body("terms.netDays", equalTo(30));
        ledger.get("/v1/payment-terms/v-terms?asOf=2026-02-01").body("version", equalTo(2));
        ledger.get("/v1/payment-terms/v-terms?asOf=2024-12-31")
                .statusCode(422)
                .body("code", equalTo("payment-terms-not-yet-effective"));
        ledger.get("/v1/payment-terms/v-terms/versions").body("items.version", contains(1, 2));
        ledger.get("/v1/payment-terms/unheard").statusCode(404).body("code", equalTo("payment-terms-unknown"));
        Ledger.of("other").get("/v1/payment-terms/v-terms").statusCode(404);
        ledger.get("/v1/payment-terms?limit=1").body("items", hasSize(1));
    }

    @Test
    @DisplayName("say what is due and what paying early saves")
    void calculation() {
        Map<String, Object> terms = Map.of(
                "name",
                "45 days end of month",
                "effectiveFrom",
                "2025-01-01",
                "due",
                Map.of("method", "days-then-month-end", "days", 45),
                "discounts",
                List.of(Map.of("withinDays", 14, "percentage", "2.00")),
                "lateInterest",
                Map.of("basis", "contractual", "annualRate", "12.00"));
        put("fr-45", terms).statusCode(201).body("terms.lateInterest.annualRate", equalTo("12.00"));

        ledger.call()
                .body(Map.of("issuedOn", "2026-01-20", "total", Ledger.euros("1490.64")))
                .post("/v1/payment-terms/fr-45/calculations")
                .then()
                .statusCode(200)
                .body("instalments.dueOn", contains("2026-03-31"))
                .body("discounts[0].until", equalTo("2026-02-03"))
                .body("discounts[0].toPay.amount", equalTo("1460.83"))
                .body("discounts[0].skonto", equalTo("#SKONTO#TAGE=14#PROZENT=2.00#"));
    }

    @Test
    @DisplayName("in instalments make receivables with a day and a lateness of their own")
    void instalments() {
        put("thirds", Map.of("name", "three parts", "effectiveFrom", "2025-01-01", "instalments", THIRDS))
                .statusCode(201);
        Map<String, Object> invoice = Ledger.item("C-parts", "P-1", "100.00", "2025-12-01", null);
        invoice.remove("dueOn");
        invoice.put("paymentTerms", Map.of("termsId", "thirds"));
        String id;
        try (EventProbe probe = EventProbe.connect()) {
            id = ledger.issue(invoice)
                    .statusCode(201)
                    .body("total", equalTo("100.00"))
                    .body("outstanding", equalTo("100.00"))
                    .body("paymentTerms.termsId", equalTo("thirds"))
                    .body("instalments.total", contains("33.33", "33.33", "33.34"))
                    .body("instalments.dueOn", contains("2025-12-01", "2025-12-31", "2026-01-30"))
                    .extract()
                    .path("invoiceId");
            InvoiceIssued last = probe.await(
                    InvoiceIssued.class, event -> event.invoiceNumber().equals("P-1/3"));
            assertThat(last.instalment().firstId()).hasToString(id);
            assertThat(last.instalment().number()).isEqualTo(3);
            assertThat(last.terms().version()).isEqualTo(1);
        }

        ledger.pay("C-parts", "33.33", "2026-01-05", List.of(Ledger.part("P-1", "33.33")))
                .statusCode(201);
        ledger.get("/v1/invoices/{id}", id)
                .body("outstanding", equalTo("66.67"))
                .body("instalments.status", contains("settled", "open", "open"));
        ledger.get("/v1/invoices?customerId=C-parts&overdue=true").body("items.invoiceNumber", contains("P-1/2"));
        ledger.issue(invoice).statusCode(409).body("code", equalTo("invoice-number-taken"));
        ledger.get("/v1/invoices?customerId=C-parts").body("items", hasSize(3));
    }

    @Test
    @DisplayName("that a customer accepted stand on his invoices, and say when they are due")
    void accepted() {
        put("own", Map.of("name", "10 days", "netDays", 10, "effectiveFrom", "2025-01-01"))
                .statusCode(201);
        put("own", Map.of("name", "20 days", "netDays", 20, "effectiveFrom", "2025-06-01"))
                .statusCode(200);
        try (EventProbe probe = EventProbe.connect()) {
            accept("C-accepted", Map.of("termsId", "own", "version", 1, "sellerId", "S", "acceptedOn", "2025-07-01"))
                    .statusCode(201)
                    .body("version", equalTo(1));
            assertThat(probe.await(
                                    TermsAccepted.class,
                                    event -> event.customerId().equals("C-accepted"))
                            .lateInterest())
                    .isEqualTo("statutory");
        }
        Map<String, Object> noDay = Ledger.item("C-accepted", "TA-1", "10.00", "2025-12-01", null);
        noDay.remove("dueOn");
        ledger.issue(noDay).statusCode(201).body("dueOn", equalTo("2025-12-11"));
        Map<String, Object> byId = Ledger.item("C-accepted", "TA-2", "10.00", "2025-12-01", null);
        byId.remove("dueOn");
        byId.put("paymentTerms", Map.of("termsId", "own"));
        ledger.issue(byId).statusCode(201).body("dueOn", equalTo("2025-12-11"));
        String told = ledger.issued("C-accepted", "TA-3", "10.00", "2025-12-01", "2025-12-24");
        ledger.get("/v1/invoices/{id}", told)
                .body("dueOn", equalTo("2025-12-24"))
                .body("paymentTerms.termsId", equalTo("own"))
                .body("paymentTerms.version", equalTo(1));
        String before = ledger.issued("C-accepted", "TA-4", "10.00", "2025-06-30", "2025-12-24");
        ledger.get("/v1/invoices/{id}", before).body("paymentTerms", nullValue());
        ledger.get("/v1/customers/C-accepted/terms-acceptances").body("items.termsId", contains("own"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"} | 422 | due-rule-missing | /due",
                "{\"name\":\"x\",\"netDays\":731} | 422 | terms-out-of-range | /netDays",
                "{\"name\":\"x\",\"netDays\":\"30\"} | 400 | wrong-type | /netDays",
                "{\"netDays\":30} | 400 | not-null | /name",
                "{\"name\":\"x\",\"due\":{\"method\":\"weekly\"}} | 400 | value-unknown | /due/method",
                "{\"name\":\"x\",\"due\":{\"method\":\"fixed-day\"}} | 422 | terms-out-of-range | /due/dayOfMonth",
                "{\"name\":\"x\",\"instalments\":[{\"weight\":\"1\"}]} | 422 | due-rule-missing | /instalments/0/due",
                "{\"name\":\"x\",\"netDays\":1,\"discounts\":[{\"withinDays\":1,\"percentage\":\"0.00\"}]} | 422"
                        + " | percentage-out-of-range | /discounts/0/percentage",
                "{\"name\":\"x\",\"netDays\":1,\"lateInterest\":{\"basis\":\"contractual\"}} | 422"
                        + " | interest-rate-wrong | /annualRate",
            })
    @DisplayName("that cannot be are refused and name the field")
    void refused(String body, int status, String code, String pointer) {
        ledger.call()
                .body(body)
                .put("/v1/payment-terms/refused")
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        ledger.get("/v1/payment-terms/refused").statusCode(404);
    }

    @Test
    @DisplayName("unknown to the suite are refused on an invoice and in an acceptance")
    void unknown() {
        Map<String, Object> invoice = Ledger.item("C-unknown", "U-1", "10.00", "2025-12-01", null);
        invoice.remove("dueOn");
        invoice.put("paymentTerms", Map.of("termsId", "nothing"));
        ledger.issue(invoice)
                .statusCode(422)
                .body("code", equalTo("payment-terms-unknown"))
                .body("errors[0].pointer", equalTo("/paymentTerms/termsId"));
        accept("C-unknown", Map.of("termsId", "nothing", "sellerId", "S", "acceptedOn", "2025-12-01"))
                .statusCode(422)
                .body("code", equalTo("payment-terms-unknown"));
        accept("C-unknown", Map.of("termsId", "nothing", "sellerId", "S", "acceptedOn", "2026-01-06"))
                .statusCode(422)
                .body("code", equalTo("date-in-future"));
    }

    private ValidatableResponse put(String id, Map<String, Object> terms) {
        return ledger.call().body(terms).put("/v1/payment-terms/{id}", id).then();
    }

    private ValidatableResponse accept(String customer, Map<String, Object> acceptance) {
        return ledger.call()
                .body(acceptance)
                .post("/v1/customers/{id}/terms-acceptances", customer)
                .then();
    }
}
