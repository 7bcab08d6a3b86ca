package o2c.invoice.openings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("An opening")
class OpeningResourceTest {

    private static final RestAssuredConfig AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));
    private static final String HEADING = "{\"sellerId\":\"S\",\"asOf\":\"2026-01-04\",\"quietUntil\":\"2026-01-20\","
            + "\"controlTotals\":[{\"amount\":\"%s\",\"currency\":\"EUR\"}]}\n";

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("whose totals are met takes items over with what had happened to them")
    void applied() {
        String items = item("OB-1", "1000.00", "400.00", "\"levelReached\":2,\"lastStepOn\":\"2025-12-20\"")
                + item("OB-2", "50.00", "50.00", "\"disputedAmount\":\"20.00\"")
                + item("OB-3", "70.00", "0.00", "\"settledOn\":\"2025-12-15\"");
        try (EventProbe probe = EventProbe.connect()) {
            String job = upload(HEADING.formatted("450.00") + items);
            assertThat(done(job).getString("status")).isEqualTo("completed");

            InvoiceIssued first = probe.await(
                    InvoiceIssued.class, event -> event.invoiceNumber().equals("OB-1"));
            assertThat(first.total()).isEqualTo(Money.of("400.00", "EUR"));
            assertThat(first.origin()).isEqualTo("opening");
            assertThat(first.opening().levelReached()).isEqualTo(2);
            assertThat(first.opening().quietUntil()).isEqualTo("2026-01-20");
            InvoiceSettled settled = probe.await(
                    InvoiceSettled.class, event -> event.invoiceNumber().equals("OB-3"));
            assertThat(settled.daysLate()).isEqualTo(14);
        }
        ledger.get("/v1/invoices?customerId=O-opened")
                .body("items.outstanding", containsInAnyOrder("400.00", "50.00", "0.00"))
                .body("items.origin", containsInAnyOrder("opening", "opening", "opening"));
        ledger.get("/v1/openings").body("items[0].controlTotals[0].amount", equalTo("450.00"));
    }

    @Test
    @DisplayName("whose totals differ, or one of whose lines cannot be, changes nothing")
    void refused() {
        String one = item("OBR-1", "10.00", "10.00", "\"levelReached\":0").replace("O-opened", "O-refused");
        failed(HEADING.formatted("10.01") + one, "control-total-mismatch");
        failed(HEADING.formatted("10.00") + one + "not json\n", "opening-line-refused");
        String moreOpenThanInvoiced = one.replace("\"10.00\",\"openAmount\"", "\"9.00\",\"openAmount\"");
        failed(HEADING.formatted("10.00") + moreOpenThanInvoiced, "opening-line-refused");
        failed(HEADING.formatted("10.00").replace("\"S\"", "\"nobody\"") + one, "seller-unknown");
        failed(HEADING.formatted("10.00").replace("2026-01-04", "2026-01-06") + one, "date-in-future");
        ledger.get("/v1/invoices?customerId=O-refused").body("items", hasSize(0));
    }

    @Test
    @DisplayName("of thousands of items is met to the cent")
    void large() {
        String items = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> item("OBL-" + i, i + ".10", i + ".10", "\"levelReached\":" + i % 4)
                        .replace("O-opened", "O-large-" + i % 50))
                .collect(Collectors.joining());

        JsonPath done = done(upload(HEADING.formatted("12503000.00") + items));

        assertThat(done.getString("status")).isEqualTo("completed");
        assertThat(done.getInt("processed")).isEqualTo(5_000);
    }

    private void failed(String content, String code) {
        JsonPath done = done(upload(content));
        assertThat(done.getString("status")).isEqualTo("failed");
        assertThat(done.prettify()).contains(code);
    }

    private static String item(String number, String original, String open, String more) {
        return "{\"customerId\":\"O-opened\",\"invoiceNumber\":\"" + number
                + "\",\"issuedOn\":\"2025-11-01\",\"dueOn\":\"2025-12-01\",\"currency\":\"EUR\",\"originalAmount\":\""
                + original + "\",\"openAmount\":\"" + open + "\"," + more + "}\n";
    }

    private String upload(String content) {
        return ledger.call()
                .config(AS_TEXT)
                .contentType("application/x-ndjson")
                .body(content)
                .post("/v1/openings")
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
}
