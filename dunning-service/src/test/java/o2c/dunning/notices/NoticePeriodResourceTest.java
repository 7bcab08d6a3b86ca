package o2c.dunning.notices;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import o2c.dunning.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The calculator of notice periods")
class NoticePeriodResourceTest {

    private final Ledger ledger = new Ledger("charges");

    @ParameterizedTest(name = "{0}: {1} → {5}")
    @CsvSource({
        "LT-1, NL post 2026-11-23, 2026-11-25, 2026-11-26, 2026-12-09, 2026-12-10",
        "LT-2, NL post 2026-11-26, 2026-11-28, 2026-11-29, 2026-12-12, 2026-12-13",
        "LT-3, NL post 2026-11-27, 2026-12-01, 2026-12-02, 2026-12-15, 2026-12-16",
        "LT-4, NL post 2026-12-23, 2026-12-29, 2026-12-30, 2027-01-12, 2027-01-13",
        "LT-5, NL email 2026-11-23, 2026-11-23, 2026-11-24, 2026-12-07, 2026-12-08",
        "LT-6, BE post 2026-03-02, 2026-03-05, 2026-03-05, 2026-03-18, 2026-03-19",
        "LT-7, BE email 2026-03-02, 2026-03-03, 2026-03-03, 2026-03-16, 2026-03-17",
    })
    @DisplayName("tells when costs may be charged")
    void oracles(String name, String sent, String received, String from, String to, String chargeable) {
        String[] part = sent.split(" ");
        calculate(part[0], part[1], part[2])
                .statusCode(200)
                .body("deemedReceivedOn", equalTo(received))
                .body("termFrom", equalTo(from))
                .body("termTo", equalTo(to))
                .body("chargeableFrom", equalTo(chargeable));
    }

    @Test
    @DisplayName("refuses what it does not know")
    void refusals() {
        calculate("GB", "post", "2026-03-02").statusCode(422).body("code", equalTo("notice-period-unknown"));
        calculate("NL", "pigeon", "2026-03-02").statusCode(400).body("errors[0].pointer", equalTo("/channel"));
        calculate("NL", "post", "2026-02-30").statusCode(400).body("errors[0].pointer", equalTo("/sentOn"));
    }

    private ValidatableResponse calculate(String law, String channel, String sentOn) {
        return ledger.as("dunning:read")
                .contentType("application/json")
                .body(Map.of("jurisdiction", law, "channel", channel, "sentOn", sentOn))
                .post("/v1/notice-period-calculations")
                .then();
    }
}
