package o2c.dunning.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.DunningEvent.LateChargesClaimed;
import o2c.contracts.DunningEvent.LateChargesWaived;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Late charges")
class LateChargeResourceTest {

    /** A Monday; the formal notice is at +25, on Friday 6 February. */
    private static final LocalDate DUE = LocalDate.parse("2026-01-12");

    private static final LocalDate NOTICE = LocalDate.parse("2026-02-06");

    private final Ledger ledger = new Ledger("charges");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("are claimed with the formal notice, beside the invoice, and given up by person, dispute or fact")
    void claimed() {
        ledger.seller("S-1", "Acme");
        ledger.customer("L-1", "Jansen BV", "nl");
        Item whole = ledger.issue("L-1", "L-1-1", DUE, "1000.00");
        Item withdrawn = ledger.issue("L-2", "L-2-1", DUE, "2000.00");
        Item disputed = ledger.issue("L-3", "L-3-1", DUE, "1000.00");
        Item paid = ledger.issue("L-4", "L-4-1", DUE, "1000.00");
        ledger.openUntil(NOTICE.minusDays(1));
        assertThat(ledger.get("/v1/late-charges").jsonPath().getList("items")).isEmpty();
        ledger.pay(paid, "1000.00", "0.00");

        ledger.openUntil(NOTICE);

        LateChargesClaimed claimed = ledger.probe()
                .await(LateChargesClaimed.class, one -> one.invoiceId().equals(whole.id()));
        assertThat(claimed.interest().toString()).isEqualTo("6.95 EUR");
        assertThat(claimed.total().toString()).isEqualTo("46.95 EUR");
        ledger.get("/v1/late-charges?customerId=L-4").then().body("items.size()", equalTo(0));
        ledger.get("/v1/invoices/{id}/plan", whole.id()).then().body("open.amount", equalTo("1000.00"));
        waive(claimed.chargeId());
        ledger.announce(new OverdueWithdrawn(withdrawn.id(), "L-2", "S-1", "L-2-1", DUE));
        accept(disputed);

        ledger.get("/v1/late-charges?customerId=L-2")
                .then()
                .body("items[0].remaining.amount", equalTo("0.00"))
                .body("items[0].waivers[0].cause", equalTo("overdue-withdrawn"))
                .body("items[0].waivers[0].waivedBy", nullValue());
        ledger.get("/v1/late-charges?customerId=L-3")
                .then()
                .body("items[0].total.amount", equalTo("46.95"))
                .body("items[0].remaining.amount", equalTo("45.21"))
                .body("items[0].waivers[0].cause", equalTo("dispute-accepted"));
        ledger.get("/v1/late-charges?asOf={day}", NOTICE.minusDays(1).toString())
                .then()
                .body("items.size()", equalTo(0));
    }

    private void waive(UUID chargeId) {
        String path = "/v1/late-charges/" + chargeId + "/waiver";
        ledger.post(path, Map.of("reason", "goodwill", "amount", eur("46.96")), "dunning:write")
                .statusCode(422)
                .body("code", equalTo("waiver-exceeds-charges"));
        ledger.post(path, Map.of("amount", eur("6.95")), "dunning:write").statusCode(400);
        ledger.post(path, Map.of("reason", "goodwill", "amount", eur("6.95")), "dunning:write")
                .statusCode(200)
                .body("remaining.amount", equalTo("40.00"));
        ledger.post(path, Map.of("reason", "all of it"), "dunning:write")
                .statusCode(200)
                .body("remaining.amount", equalTo("0.00"))
                .body("waivers[1].reason", equalTo("all of it"));
        ledger.post(path, Map.of("reason", "again"), "dunning:write")
                .statusCode(422)
                .body("code", equalTo("nothing-claimed"));
        LateChargesWaived waived = ledger.probe()
                .await(LateChargesWaived.class, one -> one.chargeId().equals(chargeId));
        assertThat(waived.remaining().toString()).isEqualTo("40.00 EUR");
        ledger.get("/v1/late-charges/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("late-charge-unknown"));
    }

    private void accept(Item item) {
        String id = ledger.post(
                        "/v1/disputes",
                        Map.of(
                                "sellerId",
                                "S-1",
                                "invoiceNumber",
                                item.number(),
                                "code",
                                "price",
                                "amount",
                                eur("250.00")),
                        "dunning:write")
                .statusCode(201)
                .extract()
                .path("disputeId");
        ledger.post("/v1/disputes/" + id + "/resolution", Map.of("outcome", "accepted"), "dunning:write")
                .statusCode(200);
    }

    private static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
