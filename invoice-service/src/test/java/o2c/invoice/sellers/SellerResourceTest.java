package o2c.invoice.sellers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import o2c.contracts.InvoiceEvent.SellerRegistered;
import o2c.invoice.testing.Ledger;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A seller")
class SellerResourceTest {

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("is registered, read and listed")
    void registered() {
        ledger.seller("seller-1").statusCode(201);

        ledger.get("/v1/sellers/seller-1").statusCode(200).body("name", equalTo("Fietsen BV"));
        ledger.get("/v1/sellers?limit=200").statusCode(200).body("items.sellerId", hasItem("seller-1"));
    }

    @Test
    @DisplayName("that is put again unchanged keeps its ETag and is not announced again")
    void unchanged() {
        try (EventProbe probe = EventProbe.connect()) {
            String first = ledger.seller("seller-2").statusCode(201).extract().header("ETag");
            String again = ledger.seller("seller-2").statusCode(200).extract().header("ETag");
            ledger.call().body(Map.of("name", "Brommers BV")).put("/v1/sellers/seller-2");

            assertThat(again).isEqualTo(first);
            probe.await(SellerRegistered.class, event -> event.name().equals("Brommers BV"));
            assertThat(probe.seen(
                            SellerRegistered.class, event -> event.sellerId().equals("seller-2")))
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("keeps what a PUT leaves out")
    void absentKeeps() {
        ledger.seller("seller-3").statusCode(201);

        ledger.call()
                .body(Map.of("name", "Karren BV"))
                .put("/v1/sellers/seller-3")
                .then()
                .statusCode(200)
                .body("name", equalTo("Karren BV"))
                .body("country", equalTo("NL"))
                .body("timeZone", equalTo("Europe/Amsterdam"));
    }

    @Test
    @DisplayName("cannot lose what it needs")
    void nullRefused() {
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("country", null);
        ledger.seller("seller-4").statusCode(201);

        ledger.call()
                .body(cleared)
                .put("/v1/sellers/seller-4")
                .then()
                .statusCode(400)
                .body("code", equalTo("field-missing"))
                .body("errors[0].pointer", equalTo("/country"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "country,XX,country-unknown",
        "currency,EURO,currency-unknown",
        "timeZone,Mars/Olympus,time-zone-unknown",
        "colour,red,unknown-field"
    })
    @DisplayName("with a value that cannot be is refused and names the field")
    void malformed(String field, String value, String code) {
        Map<String, Object> seller =
                new HashMap<>(Map.of("name", "X", "country", "NL", "currency", "EUR", "timeZone", "Europe/Amsterdam"));
        seller.put(field, value);

        ledger.call()
                .body(seller)
                .put("/v1/sellers/seller-5")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo("/" + field));
        ledger.get("/v1/sellers/seller-5").statusCode(404);
    }

    @Test
    @DisplayName("that was changed meanwhile is not overwritten")
    void stale() {
        ledger.seller("seller-6").statusCode(201);

        ledger.call()
                .header("If-Match", "\"17\"")
                .body(Map.of("name", "Y"))
                .put("/v1/sellers/seller-6")
                .then()
                .statusCode(412);
    }

    @Test
    @DisplayName("of another tenant is not there")
    void otherTenant() {
        ledger.seller("seller-7").statusCode(201);

        Ledger.of("other").get("/v1/sellers/seller-7").statusCode(404).body("code", equalTo("seller-unknown"));
    }
}
