package o2c.invoice.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.invoice.testing.Ledger;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A file of invoices")
class InvoiceImportResourceTest {

    private static final String HEADER = "sellerId,customerId,invoiceNumber,issuedOn,dueOn,amount,currency,orderId\n";
    private static final RestAssuredConfig AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("enters line by line; a line that cannot be is rejected with number, code and text")
    void linesOnTheirOwn() {
        String good = "S,I-csv,CSV-1,2026-01-01,2026-01-31,10.5,EUR,order 1";
        String wrong = "S,I-csv,CSV-2,2026-01-01,2025-01-31,10.00,EUR,";
        String unreadable = "S,I-csv,\"CSV-3,2026-01-01,2026-01-31,10.00,EUR,";
        String stranger = "nobody,I-csv,CSV-4,2026-01-01,2026-01-31,10.00,EUR,";
        String last = "S,I-csv,CSV-5,2026-01-01,2026-01-31,20.00,EUR,";
        try (EventProbe probe = EventProbe.connect()) {
            String job = upload("text/csv", HEADER + String.join("\r\n", good, wrong, unreadable, "", stranger, last));

            JsonPath done = done(job);
            assertThat(done.getString("status")).isEqualTo("completed-with-rejections");
            assertThat(done.getInt("processed")).isEqualTo(5);
            assertThat(done.getInt("rejected")).isEqualTo(3);
            ledger.get(job + "/rejections")
                    .body("items.line", contains(3, 4, 6))
                    .body("items.code", contains("due-before-issue", "csv-line-malformed", "seller-unknown"))
                    .body("items.original", contains(wrong, unreadable, stranger));
            probe.await(InvoiceIssued.class, event -> event.invoiceNumber().equals("CSV-5"));
        }
        ledger.get("/v1/invoices?customerId=I-csv")
                .body("items.invoiceNumber", containsInAnyOrder("CSV-1", "CSV-5"))
                .body("items.total", containsInAnyOrder("10.50", "20.00"))
                .body("items.find { it.invoiceNumber == 'CSV-1' }.orderId", equalTo("order 1"));
    }

    @Test
    @DisplayName("imported twice changes nothing; another invoice under a taken number is rejected")
    void twice() {
        String line = "S,I-twice,TW-1,2026-01-01,2026-01-31,10.00,EUR,";
        String other = "S,I-twice,TW-1,2026-01-01,2026-01-31,11.00,EUR,";
        assertThat(done(upload("text/csv", HEADER + line)).getString("status")).isEqualTo("completed");
        String etag = etag();

        assertThat(done(upload("text/csv", HEADER + line + "\n" + line)).getString("status"))
                .isEqualTo("completed");
        String third = upload("text/csv", HEADER + line + "\n" + other);

        assertThat(done(third).getInt("rejected")).isEqualTo(1);
        ledger.get(third + "/rejections").body("items.code", contains("invoice-number-taken"));
        ledger.get("/v1/invoices?customerId=I-twice").body("items", hasSize(1));
        assertThat(etag()).isEqualTo(etag);
    }

    @Test
    @DisplayName("may be lines of JSON, with everything a request may have")
    void ndjson() {
        String lines = """
                {"sellerId":"S","customerId":"I-nd","invoiceNumber":"ND-1","issuedOn":"2026-01-01",\
                "dueOn":"2026-01-31",\
                "currency":"EUR","lines":[{"description":"x","quantity":"2","unitPrice":"10.00",\
                "vatCategory":"S","vatRate":"21"}]}
                {"sellerId":"S","customerId":"I-nd","invoiceNumber":"ND-2"}
                not json
                {"sellerId":"S","customerId":"I-nd","invoiceNumber":"ND-4","issuedOn":"2026-01-01",\
                "dueOn":"2026-01-31",\
                "currency":"EUR","total":"1.00","colour":"red"}
                """;

        String job = upload("application/x-ndjson", lines);

        assertThat(done(job).getInt("rejected")).isEqualTo(3);
        ledger.get(job + "/rejections").body("items.code", contains("not-null", "json-malformed", "unknown-field"));
        ledger.get("/v1/invoices?customerId=I-nd").body("items.total", contains("24.20"));
    }

    @Test
    @DisplayName("of ten thousand lines is a matter of seconds")
    void large() {
        String lines = IntStream.range(0, 10_000)
                .mapToObj(i -> "S,I-large-" + i % 97 + ",LG-" + i + ",2026-01-01,2026-01-31," + (1 + i) + ".00,EUR,")
                .collect(Collectors.joining("\n"));

        JsonPath done = done(upload("text/csv", HEADER + lines));

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getInt("processed")).isEqualTo(10_000);
    }

    @Test
    @DisplayName("without a usable header fails as a whole")
    void noHeader() {
        JsonPath done = done(upload("text/csv", "sellerId,amount\nS,1.00\n"));

        assertThat(done.getString("status")).isEqualTo("failed");
    }

    private String upload(String mediaType, String content) {
        return ledger.call()
                .config(AS_TEXT)
                .contentType(mediaType)
                .body(content)
                .post("/v1/invoices/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private JsonPath done(String job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !ledger.get(job).extract().path("status").equals("running"));
        return ledger.get(job).extract().jsonPath();
    }

    private String etag() {
        String id = ledger.get("/v1/invoices?customerId=I-twice").extract().path("items[0].invoiceId");
        return ledger.get("/v1/invoices/{id}", id).extract().header("ETag");
    }
}
