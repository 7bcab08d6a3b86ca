package o2c.invoice.vatrelief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.VatReliefDue;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("VAT relief")
class VatReliefResourceTest {

    @Inject
    VatReliefSweep sweep;

    @Inject
    Work work;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("is due a year after the agreed day, and owed again when money comes")
    void relief() {
        ledger.seller("VAT").statusCode(201);
        Map<String, Object> invoice = Ledger.item("V-relief", "VR-1", "12100.00", "2024-12-01", "2025-01-05");
        invoice.put("sellerId", "VAT");
        invoice.put("vatAmount", "2100.00");
        String id = ledger.issue(invoice).statusCode(201).extract().path("invoiceId");
        pay("6050.00");
        ledger.get("/v1/vat-relief?sellerId=VAT&period=2025-12").body("candidates", hasSize(0));
        ledger.get("/v1/vat-relief?sellerId=VAT")
                .body("candidates.relief.amount", contains("1050.00"))
                .body("candidates.claimableOn", contains("2026-01-05"));
        try (EventProbe probe = EventProbe.connect()) {
            work.run("demo", () -> sweep.some(Ledger.TODAY));
            VatReliefDue due =
                    probe.await(VatReliefDue.class, event -> event.customerId().equals("V-relief"));
            assertThat(due.amount()).isEqualTo(Money.of("1050.00", "EUR"));
            assertThat(due.kind()).isEqualTo("relief");

            ledger.post(
                            Map.of("sellerId", "VAT", "period", "2026-01", "invoiceIds", List.of(id)),
                            "/v1/vat-relief-claims")
                    .statusCode(201)
                    .body("candidates", hasSize(0))
                    .body("claimed.relief.amount", contains("1050.00"))
                    .body("claimed.dueAgain.amount", contains("0.00"));
            pay("3025.00");
            ledger.get("/v1/vat-relief?sellerId=VAT").body("claimed.dueAgain.amount", contains("525.00"));
            work.run("demo", () -> sweep.some(Ledger.TODAY.plusDays(1)));
            work.run("demo", () -> sweep.some(Ledger.TODAY.plusDays(2)));
            VatReliefDue again =
                    probe.await(VatReliefDue.class, event -> event.kind().equals("due-again"));
            assertThat(again.amount()).isEqualTo(Money.of("525.00", "EUR"));
            assertThat(probe.seen(
                            VatReliefDue.class, event -> event.customerId().equals("V-relief")))
                    .hasSize(2);
        }
        ledger.post(Map.of("sellerId", "VAT", "period", "2026-01", "invoiceIds", List.of(id)), "/v1/vat-relief-claims")
                .statusCode(422)
                .body("code", equalTo("not-a-candidate"));
    }

    @Test
    @DisplayName("of a month that is none, or of an unknown seller, is refused")
    void refused() {
        ledger.get("/v1/vat-relief?sellerId=S&period=2026-13")
                .statusCode(400)
                .body("code", equalTo("period-malformed"))
                .body("errors[0].pointer", equalTo("/query/period"));
        ledger.get("/v1/vat-relief?sellerId=nobody").statusCode(422).body("code", equalTo("seller-unknown"));
        ledger.post(Map.of("sellerId", "S", "period", "soon"), "/v1/vat-relief-claims")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/period"));
    }

    private void pay(String amount) {
        Map<String, Object> receipt = Ledger.receipt("V-relief", amount, "2026-01-05");
        receipt.put("sellerId", "VAT");
        ledger.pay(receipt).statusCode(201);
    }
}
