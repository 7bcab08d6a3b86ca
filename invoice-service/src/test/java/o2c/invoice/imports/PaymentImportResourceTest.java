package o2c.invoice.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A file of payments")
class PaymentImportResourceTest {

    private static final String HEADER = "customerId,receivedOn,amount,currency,externalId,invoiceNumber,sellerId\n";

    private static final RestAssuredConfig AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("books line by line; a line that cannot be is rejected with number, code and text")
    void linesOnTheirOwn() {
        ledger.issued("P-csv", "PC-1", "100.00", "2025-12-01", "2025-12-31");
        String good = "P-csv,2026-01-02,40.5,EUR,bank-1,PC-1,S";
        String tooMuch = "P-csv,2026-01-02,90.00,EUR,bank-2,PC-1,S";
        String future = "P-csv,2026-02-01,10.00,EUR,bank-3,,S";
        String crooked = "P-csv,2026-01-02,1e3,EUR,bank-4,,S";
        String last = "P-csv,2026-01-03,59.50,EUR,bank-5,,S";
        String job = upload("text/csv", HEADER + String.join("\r\n", good, tooMuch, future, "", crooked, last));
        JsonPath done = done(job);
        assertThat(done.getString("status")).isEqualTo("completed-with-rejections");
        assertThat(done.getInt("processed")).isEqualTo(5);
        ledger.get(job + "/rejections")
                .body("items.line", contains(3, 4, 6))
                .body("items.code", contains("payment-exceeds-outstanding", "date-in-future", "amount-malformed"))
                .body("items[0].detail", containsString("/allocations/0/amount"))
                .body("items.original", contains(tooMuch, future, crooked));
        ledger.get("/v1/payments?customerId=P-csv")
                .body("items.externalId", containsInAnyOrder("bank-1", "bank-5"))
                .body("items.unallocated.amount", contains("0.00", "0.00"));
        ledger.get("/v1/invoices?customerId=P-csv").body("items.status", contains("settled"));
        String csv = ledger.get("/v1/payments/export?customerId=P-csv&unallocated=false&status=received")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3).anyMatch(line -> line.contains(",40.50,0.00,0.00,,,bank-1,,"));
    }

    @Test
    @DisplayName("told twice is booked once; another payment under a known id is rejected")
    void twice() {
        String line = "P-twice2,2026-01-02,10.00,EUR,bank-20,,S";
        assertThat(done(upload("text/csv", HEADER + line)).getString("status")).isEqualTo("completed");
        String again = upload("text/csv", HEADER + line + "\n" + line + "\n" + line.replace("10.00", "11.00"));
        assertThat(done(again).getInt("rejected")).isEqualTo(1);
        ledger.get(again + "/rejections").body("items.code", contains("external-id-taken"));
        ledger.get("/v1/payments?customerId=P-twice2").body("items", hasSize(1));
        Map<String, Object> receipt = Ledger.receipt("P-twice2", "10.00", "2026-01-02");
        receipt.put("externalId", "bank-20");
        ledger.pay(receipt)
                .statusCode(409)
                .body("code", equalTo("external-id-taken"))
                .body("errors[0].pointer", equalTo("/externalId"));
    }

    @Test
    @DisplayName("may be lines of JSON, with everything a request may have")
    void ndjson() {
        String lines = """
            {"customerId":"P-nd","sellerId":"S","amount":{"amount":"10.00","currency":"EUR"},\
            "receivedOn":"2026-01-02","onAccount":true}
            {"customerId":"P-nd","sellerId":"S","amount":{"amount":"10.00","currency":"EUR"},\
            "receivedOn":"2026-01-02","colour":"blue"}
            {"customerId":"P-nd","sellerId":"S","receivedOn":"2026-01-02"}
            not json
            """;
        String job = upload("application/x-ndjson", lines);
        assertThat(done(job).getInt("rejected")).isEqualTo(3);
        ledger.get(job + "/rejections").body("items.code", contains("unknown-field", "not-null", "json-malformed"));
        ledger.get("/v1/payments?customerId=P-nd").body("items.unallocated.amount", contains("10.00"));
    }

    @Test
    @DisplayName("whose header cannot be used fails as a whole")
    void header() {
        for (String header : List.of("customerId,colour\n", "customerId,customerId\n", "customerId\n")) {
            JsonPath done = done(upload("text/csv", header + "x"));
            assertThat(done.getString("status")).isEqualTo("failed");
            assertThat(done.getString("failure")).contains("csv-column");
        }
    }

    private String upload(String type, String file) {
        return ledger.call()
                .config(AS_TEXT)
                .contentType(type)
                .body(file)
                .post("/v1/payments/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }

    private JsonPath done(String job) {
        await().until(() -> !ledger.get(job).extract().<String>path("status").equals("running"));
        return ledger.get(job).extract().jsonPath();
    }
}
