package o2c.invoice.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The list of open items")
class OpenItemListResourceTest {

    private static final String URL = "/v1/receivables/open-items?customerId=L-open";
    private static boolean told;

    private final Ledger ledger = Ledger.of("demo");

    @BeforeEach
    void items() {
        if (!told) {
            told = true;
            ledger.issued("L-open", "OP-3", "30.00", "2025-12-01", "2026-02-01");
            ledger.issued("L-open", "OP-1", "10.00", "2025-10-01", "2025-11-01");
            ledger.issued("L-open", "OP-2", "20.00", "2025-12-01", "2025-12-31");
            ledger.issued("L-open", "OP-0", "5.00", "2025-09-01", "2025-10-01");
            ledger.pay("L-open", "5.00", "2025-10-01", List.of(Ledger.part("OP-0", "5.00")));
        }
    }

    @Test
    @DisplayName("is what is open now, oldest due day first, page by page")
    void pages() {
        JsonPath first = ledger.get(URL + "&limit=2")
                .statusCode(200)
                .body("asOf", equalTo("2026-01-05"))
                .body("items.invoiceNumber", contains("OP-1", "OP-2"))
                .body("items.daysPastDue", contains(65, 5))
                .body("items.bucket", contains("days-61-to-90", "days-1-to-30"))
                .extract()
                .jsonPath();
        ledger.get(URL + "&limit=2&cursor={c}", first.getString("nextCursor"))
                .body("items.invoiceNumber", contains("OP-3"))
                .body("items.bucket", contains("not-due"))
                .body("nextCursor", nullValue());
        ledger.get(URL + "&cursor=bm90IG91cnM").statusCode(400).body("code", equalTo("cursor-malformed"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "minDaysPastDue=6 | OP-1",
                "dueFrom=2025-12-31&dueTo=2026-01-31 | OP-2",
                "minOutstanding=20.00 | OP-2 OP-3",
                "sellerId=S&currency=EUR&minOutstanding=30 | OP-3"
            })
    @DisplayName("is filtered by what matters")
    void filters(String filter, String numbers) {
        ledger.get(URL + "&" + filter).body("items.invoiceNumber", contains((Object[]) numbers.split(" ")));
    }

    @Test
    @DisplayName("has nothing of another tenant, and refuses what it cannot read")
    void refusals() {
        Ledger.of("other").get(URL).body("items", empty());
        ledger.get(URL + "&segment=none").body("items", hasSize(0));
        ledger.get(URL + "&dueFrom=soon").statusCode(400).body("code", equalTo("date-malformed"));
        ledger.get(URL + "&minOutstanding=much").statusCode(400);
    }

    @Test
    @DisplayName("is CSV for whoever asks for it")
    void csv() {
        String csv = ledger.get(URL.replace("?", "/export?"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().skip(1))
                .containsExactly(
                        "L-open,S,OP-1,,,,2025-10-01,2025-11-01,65,EUR,10.00,10.00,0.00,",
                        "L-open,S,OP-2,,,,2025-12-01,2025-12-31,5,EUR,20.00,20.00,0.00,",
                        "L-open,S,OP-3,,,,2025-12-01,2026-02-01,0,EUR,30.00,30.00,0.00,");
    }
}
