package o2c.invoice.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
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
@DisplayName("A credit note")
class CreditNoteResourceTest {

    private static final RestAssuredConfig AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("of the whole invoice ends it as credited")
    void whole() {
        String id = ledger.issued("R-whole", "RW-1", "100.00", "2026-01-02", "2026-02-01");

        credit(id, Map.of("creditNoteNumber", "CN-W1", "issuedOn", "2026-01-05"))
                .statusCode(201)
                .body("amount.amount", equalTo("100.00"))
                .body("open.amount", equalTo("0.00"))
                .body("allocations.invoiceNumber", contains("RW-1"));

        ledger.get("/v1/invoices/{id}", id).body("status", equalTo("credited")).body("outstanding", equalTo("0.00"));
        ledger.get("/v1/receivables/ageing?groupBy=customer").statusCode(200);
        credit(id, Map.of("creditNoteNumber", "CN-W2", "issuedOn", "2026-01-05"))
                .statusCode(422)
                .body("code", equalTo("nothing-to-credit"));
        ledger.get("/v1/invoices/{id}/credit-notes", id).body("items.creditNoteNumber", contains("CN-W1"));
        ledger.get("/v1/invoices/{id}/history", id).body("items[2].text", equalTo("credited -100.00 EUR"));
    }

    @Test
    @DisplayName("of a paid invoice is an open credit, which pays the next one")
    void ofAPaidInvoice() {
        String id = ledger.issued("R-paid", "RP-1", "100.00", "2026-01-02", "2026-02-01");
        ledger.pay("R-paid", "70.00", "2026-01-03", List.of(Ledger.part("RP-1", "70.00")))
                .statusCode(201);
        try (EventProbe probe = EventProbe.connect()) {
            String note = credit(id, amount("CN-P1", "50.00"))
                    .statusCode(201)
                    .body("open.amount", equalTo("20.00"))
                    .extract()
                    .path("creditNoteId");
            CreditNoteIssued issued = probe.await(
                    CreditNoteIssued.class, event -> event.customerId().equals("R-paid"));
            assertThat(issued.open()).isEqualTo(Money.of("20.00", "EUR"));
            assertThat(issued.allocations().get(0).outstanding()).isEqualTo(Money.of("0.00", "EUR"));
            ledger.get("/v1/invoices/{id}", id).body("status", equalTo("settled"));

            String next = ledger.issued("R-paid", "RP-2", "60.00", "2026-01-04", "2026-02-03");
            ledger.post(Map.of(), "/v1/credit-notes/{id}/allocations", note)
                    .statusCode(201)
                    .body("open.amount", equalTo("0.00"))
                    .body("allocations.amount.amount", contains("30.00", "20.00"));
            ledger.get("/v1/invoices/{id}", next).body("outstanding", equalTo("40.00"));
            probe.await(CreditNoteAllocated.class, event -> event.customerId().equals("R-paid"));
            ledger.post(Map.of(), "/v1/credit-notes/{id}/allocations", note)
                    .statusCode(422)
                    .body("code", equalTo("nothing-to-allocate"));
            ledger.get("/v1/credit-notes/{id}", note).body("allocations", hasSize(2));
        }
    }

    @Test
    @DisplayName("may be for several invoices, or for none")
    void several() {
        ledger.issued("R-many", "RM-1", "100.00", "2026-01-02", "2026-02-01");
        ledger.issued("R-many", "RM-2", "50.00", "2026-01-02", "2026-02-01");

        issue(request("R-many", "CN-M1", "80.00", part("RM-1", "30.00"), part("RM-2", "50.00")))
                .statusCode(201)
                .body("open.amount", equalTo("0.00"));
        issue(request("R-many", "CN-M2", "10.00")).statusCode(201).body("open.amount", equalTo("10.00"));

        ledger.get("/v1/invoices?customerId=R-many").body("items.outstanding", contains("70.00", "0.00"));
        ledger.get("/v1/credit-notes?customerId=R-many").body("items.creditNoteNumber", contains("CN-M1", "CN-M2"));
        ledger.get("/v1/credit-notes?customerId=R-many&limit=1").body("items", hasSize(1));
        Ledger.of("other").get("/v1/credit-notes?customerId=R-many").body("items", hasSize(0));
    }

    @ParameterizedTest(name = "{0} = {1}: {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "creditNoteNumber,-,400,not-null",
                "creditNoteNumber,'',400,text-malformed",
                "customerId,a/b,400,id-malformed",
                "sellerId,nobody,422,seller-unknown",
                "issuedOn,2026-01-06,422,date-in-future",
                "issuedOn,yesterday,400,date-malformed",
                "colour,red,400,unknown-field",
            })
    @DisplayName("that cannot be is refused and names the field")
    void refused(String field, String value, int status, String code) {
        Map<String, Object> request = request("R-refused", "CN-R", "10.00");
        request.put(field, value);

        issue(request).statusCode(status).body("code", equalTo(code)).body("errors[0].pointer", equalTo("/" + field));
    }

    @Test
    @DisplayName("takes back no more than the invoice was for, and takes its number once")
    void limits() {
        String id = ledger.issued("R-limits", "RL-1", "100.00", "2026-01-02", "2026-02-01");
        credit(id, amount("CN-L1", "60.00")).statusCode(201);

        credit(id, amount("CN-L2", "40.01")).statusCode(422).body("code", equalTo("credit-exceeds-invoice"));
        credit(id, amount("CN-L1", "10.00")).statusCode(409).body("code", equalTo("credit-note-number-taken"));
        credit(id, amount("CN-L3", "0.00")).statusCode(422).body("code", equalTo("amount-not-positive"));
        issue(request("R-limits", "CN-L4", "10.00", part("RL-1", "11.00")))
                .statusCode(422)
                .body("code", equalTo("credit-parts-exceed-amount"));
        issue(request("R-limits", "CN-L5", "10.00", part("RL-9", "1.00")))
                .statusCode(422)
                .body("code", equalTo("invoice-unknown"))
                .body("errors[0].pointer", equalTo("/invoices/0/invoiceNumber"));
        issue(request("R-limits", "CN-L6", "10.00", part("RL-1", "1.00"), part("RL-1", "1.00")))
                .statusCode(422)
                .body("code", equalTo("invoice-repeated"));
        ledger.get("/v1/invoices/{id}", id).body("outstanding", equalTo("40.00"));
        ledger.get("/v1/credit-notes/00000000-0000-0000-0000-000000000000").statusCode(404);
    }

    @Test
    @DisplayName("of a file is booked or rejected line by line, and said twice is booked once")
    void imported() {
        ledger.issued("R-file", "RF-1", "100.00", "2026-01-02", "2026-02-01");
        String good = "{\"customerId\":\"R-file\",\"sellerId\":\"S\",\"creditNoteNumber\":\"CN-F1\","
                + "\"issuedOn\":\"2026-01-05\",\"amount\":{\"amount\":\"30.00\",\"currency\":\"EUR\"},\"invoices\":"
                + "[{\"invoiceNumber\":\"RF-1\",\"amount\":{\"amount\":\"30.00\",\"currency\":\"EUR\"}}]}\n";
        String other = good.replace("30.00", "31.00");
        String unknown = good.replace("CN-F1", "CN-F2").replace("RF-1", "RF-9");
        String job = ledger.call()
                .config(AS_TEXT)
                .contentType("application/x-ndjson")
                .body(good + other + unknown + "not json\n" + good)
                .post("/v1/credit-notes/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        await().until(() -> !ledger.get(job).extract().path("status").equals("running"));
        ledger.get(job).body("processed", equalTo(5)).body("rejected", equalTo(3));
        ledger.get(job + "/rejections")
                .body("items.code", contains("credit-note-number-taken", "invoice-unknown", "json-malformed"));
        ledger.get("/v1/invoices?customerId=R-file").body("items.outstanding", contains("70.00"));
    }

    private ValidatableResponse credit(String invoiceId, Map<String, Object> credit) {
        return ledger.post(credit, "/v1/invoices/{id}/credit-notes", invoiceId);
    }

    private ValidatableResponse issue(Map<String, Object> request) {
        return ledger.post(request, "/v1/credit-notes");
    }

    private static Map<String, Object> amount(String number, String amount) {
        return Map.of("creditNoteNumber", number, "issuedOn", "2026-01-05", "amount", Ledger.euros(amount));
    }

    @SafeVarargs
    private static Map<String, Object> request(
            String customer, String number, String amount, Map<String, Object>... invoices) {
        Map<String, Object> request = new LinkedHashMap<>(amount(number, amount));
        request.put("customerId", customer);
        request.put("sellerId", "S");
        request.put("invoices", List.of(invoices));
        return request;
    }

    private static Map<String, Object> part(String invoiceNumber, String amount) {
        return Map.of("invoiceNumber", invoiceNumber, "amount", Ledger.euros(amount));
    }
}
