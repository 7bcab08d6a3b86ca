package o2c.invoice.writeoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.runtime.work.Work;
import o2c.testkit.EventMessage;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A write-off")
class WriteOffResourceTest {

    @Inject
    InsuredCustomers insured;

    @Inject
    Work work;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("of a small difference is booked at once, up to the tolerance")
    void smallDifference() {
        String id = ledger.issued("W-small", "WS-1", "5.00", "2026-01-02", "2026-02-01");
        writeOff(id, "small-difference", null).statusCode(201).body("status", equalTo("booked"));
        ledger.get("/v1/invoices/{id}", id).body("status", equalTo("settled"));
        String larger = ledger.issued("W-small", "WS-2", "5.01", "2026-01-02", "2026-02-01");
        writeOff(larger, "small-difference", null)
                .statusCode(422)
                .body("code", equalTo("difference-too-large"))
                .body("errors[0].pointer", equalTo("/amount"));
        writeOff(larger, "small-difference", "0.01").statusCode(201);
        ledger.get("/v1/invoices/{id}", larger)
                .body("outstanding", equalTo("5.00"))
                .body("status", equalTo("open"));
    }

    @Test
    @DisplayName("in the books waits for a second person; then the claim lives on outside them")
    void bookkeeping() {
        String id = ledger.issued("W-books", "WB-1", "100.00", "2026-01-02", "2026-02-01");
        String approval = writeOff(id, "bookkeeping", null)
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .path("approvalId");
        ledger.get("/v1/invoices/{id}", id).body("outstanding", equalTo("100.00"));
        try (EventProbe probe = EventProbe.connect()) {
            ledger.decide(approval, true).statusCode(200);
            InvoiceWrittenOff told = probe.await(
                    InvoiceWrittenOff.class, event -> event.customerId().equals("W-books"));
            assertThat(told.claimLivesOn()).isTrue();
            assertThat(told.outstanding()).isEqualTo(Money.of("0.00", "EUR"));
        }
        ledger.get("/v1/invoices/{id}", id).body("status", equalTo("written-off"));
        ledger.get("/v1/invoices/{id}/write-offs", id).body("items.status", contains("booked"));
        writeOff(id, "bookkeeping", null).statusCode(422).body("code", equalTo("nothing-open"));
    }

    @Test
    @DisplayName("that the second person declines changes nothing")
    void declined() {
        String id = ledger.issued("W-declined", "WD-1", "100.00", "2026-01-02", "2026-02-01");
        String approval =
                writeOff(id, "settled-by-composition", "90.00").extract().path("approvalId");
        ledger.decide(approval, false).statusCode(200);
        ledger.get("/v1/invoices/{id}", id).body("outstanding", equalTo("100.00"));
        ledger.get("/v1/invoices/{id}/write-offs", id).body("items.status", contains("declined"));
    }

    @Test
    @DisplayName("that waives an insured claim needs the insurer's consent")
    void waiverOfAnInsuredClaim() {
        String id = ledger.issued("W-insured", "WI-1", "100.00", "2026-01-02", "2026-02-01");
        Money hundred = Money.of("100.00", "EUR");
        try (EventProbe probe = EventProbe.connect()) {
            EventMessage covered = probe.message(
                    "demo",
                    new CoverChanged("W-insured", "pol", hundred, Money.of("90.00", "EUR"), Money.of("10.00", "EUR")));
            covered.send();
            covered.send();
            await().until(() -> work.in("demo", () -> insured.isInsured("W-insured")));
        }
        writeOff(id, "waived", null)
                .statusCode(422)
                .body("code", equalTo("waiver-would-void-cover"))
                .body("errors[0].pointer", equalTo("/insurerConsent"));
        Map<String, Object> agreed = new LinkedHashMap<>(request("waived", null));
        agreed.put("insurerConsent", "letter of 2026-01-05");
        ledger.post(agreed, "/v1/invoices/{id}/write-offs", id).statusCode(201).body("status", equalTo("pending"));
        ledger.get("/v1/approvals?status=open").statusCode(200);
    }

    @Test
    @DisplayName("that cannot be is refused")
    void refused() {
        String id = ledger.issued("W-refused", "WR-1", "100.00", "2026-01-02", "2026-02-01");
        writeOff(id, "waived", "100.01").statusCode(422).body("code", equalTo("write-off-exceeds-outstanding"));
        writeOff(id, "waived", "0.00").statusCode(422).body("code", equalTo("amount-not-positive"));
        writeOff(id, "forgotten", null).statusCode(400).body("code", equalTo("value-unknown"));
        Ledger.of("other")
                .post(request("waived", null), "/v1/invoices/{id}/write-offs", id)
                .statusCode(404)
                .body("code", equalTo("invoice-unknown"));
        ledger.get("/v1/invoices/{id}/write-offs", id).body("items", hasSize(0));
    }

    private ValidatableResponse writeOff(String invoiceId, String kind, String amount) {
        return ledger.post(request(kind, amount), "/v1/invoices/{id}/write-offs", invoiceId);
    }

    private static Map<String, Object> request(String kind, String amount) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("kind", kind, "reason", "agreed"));
        if (amount != null) {
            request.put("amount", Ledger.euros(amount));
        }
        return request;
    }
}
