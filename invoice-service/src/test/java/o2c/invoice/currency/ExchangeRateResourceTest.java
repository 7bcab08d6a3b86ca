package o2c.invoice.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.ExchangeRateSet;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Exchange rates")
class ExchangeRateResourceTest {

    private final Ledger ledger = Ledger.of("other");

    @Test
    @DisplayName("of a day count until others are known; invoices and credit notes keep theirs")
    void count() {
        try (EventProbe probe = EventProbe.connect()) {
            put("2025-12-20", Map.of("CHF", "1.05")).statusCode(200).header("ETag", equalTo("\"1\""));
            put("2025-12-20", Map.of("CHF", "1.050")).header("ETag", equalTo("\"1\""));
            put("2025-12-20", Map.of("CHF", "1.06")).header("ETag", equalTo("\"2\""));
            ExchangeRateSet told = probe.await(
                    ExchangeRateSet.class,
                    event -> event.rates().get(0).rate().toPlainString().equals("1.06"));
            assertThat(told.base()).isEqualTo("EUR");

            Map<String, Object> invoice = Ledger.item("X-chf", "XC-1", "100.00", "2026-01-02", "2026-02-01");
            invoice.put("currency", "CHF");
            String id = ledger.issue(invoice)
                    .statusCode(201)
                    .body("baseTotal", equalTo("106.00"))
                    .body("rate", equalTo("1.06"))
                    .extract()
                    .path("invoiceId");
            InvoiceIssued issued =
                    probe.await(InvoiceIssued.class, event -> event.customerId().equals("X-chf"));
            assertThat(issued.base()).isEqualTo(Money.of("106.00", "EUR"));
            Map<String, Object> receipt = Ledger.receipt("X-chf", "10.00", "2026-01-02");
            receipt.put("amount", Map.of("amount", "10.00", "currency", "CHF"));
            receipt.put("onAccount", true);
            ledger.pay(receipt).statusCode(201);
            PaymentReceived received = probe.await(
                    PaymentReceived.class, event -> event.customerId().equals("X-chf"));
            assertThat(received.base()).isEqualTo(Money.of("10.60", "EUR"));
            Map<String, Object> credit = Map.of("creditNoteNumber", "CN-X1", "issuedOn", "2026-01-03");
            ledger.post(credit, "/v1/invoices/{id}/credit-notes", id).statusCode(201);
            CreditNoteIssued credited = probe.await(
                    CreditNoteIssued.class, event -> event.customerId().equals("X-chf"));
            assertThat(credited.base()).isEqualTo(Money.of("106.00", "EUR"));
            ledger.get("/v1/invoices/{id}", id).body("rate", equalTo("1.06")).body("status", equalTo("credited"));
        }
        ledger.get("/v1/exchange-rates/2025-12-25")
                .body("rates.find { it.currency == 'CHF' }.stale", equalTo(false))
                .body("rates.find { it.currency == 'CHF' }.setFor", equalTo("2025-12-20"));
        ledger.get("/v1/exchange-rates/2025-12-26").body("rates.find { it.currency == 'CHF' }.stale", equalTo(true));
        Ledger.of("demo").get("/v1/exchange-rates/2025-12-25").body("rates.currency", equalTo(List.of()));
    }

    @Test
    @DisplayName("before the first nothing in that currency enters the books")
    void missing() {
        put("2026-01-03", Map.of("SEK", "0.0900")).statusCode(200);
        Map<String, Object> invoice = Ledger.item("X-sek", "XS-1", "100.00", "2026-01-02", "2026-02-01");
        invoice.put("currency", "SEK");
        ledger.issue(invoice)
                .statusCode(422)
                .body("code", equalTo("exchange-rate-missing"))
                .body("errors[0].pointer", equalTo("/currency"));
        invoice.put("issuedOn", "2026-01-03");
        ledger.issue(invoice).statusCode(201).body("baseTotal", equalTo("9.00"));
    }

    @Test
    @DisplayName("may be told as central banks publish them")
    void quotation() {
        Map<String, Object> request = request(Map.of("NOK", "12.5"));
        request.put("quotation", "units-per-base");
        ledger.call()
                .body(request)
                .put("/v1/exchange-rates/2026-01-04")
                .then()
                .statusCode(200)
                .body("rates.rate", contains("0.08"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "EUX, 1.0, 400, currency-unknown",
        "EUR, 1.0, 422, rate-of-base-currency",
        "USD, 0.0, 422, rate-out-of-range",
        "USD, 1e2, 400, amount-malformed",
    })
    @DisplayName("that cannot be are refused and name the currency")
    void refused(String currency, String rate, int status, String code) {
        put("2026-01-02", Map.of(currency, rate))
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo("/rates/" + currency));
    }

    @Test
    @DisplayName("are for the tenant's own base currency and for days that have come")
    void base() {
        Map<String, Object> request = request(Map.of("GBP", "1.1"));
        request.put("base", "USD");
        ledger.call()
                .body(request)
                .put("/v1/exchange-rates/2026-01-02")
                .then()
                .statusCode(422)
                .body("code", equalTo("base-currency-other"));
        put("2026-01-06", Map.of("GBP", "1.1")).statusCode(422).body("code", equalTo("date-in-future"));
        put("soon", Map.of("GBP", "1.1")).statusCode(404);
    }

    private ValidatableResponse put(String day, Map<String, String> rates) {
        return ledger.call()
                .body(request(rates))
                .put("/v1/exchange-rates/{day}", day)
                .then();
    }

    private static Map<String, Object> request(Map<String, String> rates) {
        return new LinkedHashMap<>(Map.of("base", "EUR", "rates", rates, "source", "central bank"));
    }
}
