package o2c.invoice.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.InvoicingLate;
import o2c.contracts.InvoiceEvent.ProofOfDeliveryMissing;
import o2c.contracts.InvoiceEvent.ProofOfDeliveryRecorded;
import o2c.invoice.testing.Ledger;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A proof of delivery")
class ProofOfDeliveryResourceTest {

    @Inject
    MissingProofSweep sweep;

    @Inject
    Work work;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("is missing until somebody signs for each delivery, said once a week after it")
    void missing() {
        String id = issued("P-missing", "PM-1", "2025-12-20", "PD-1", "PD-2");
        ledger.get("/v1/proofs-of-delivery/missing?customerId=P-missing")
                .body("items[0].deliveryIds", contains("PD-1", "PD-2"))
                .body("items[0].days", equalTo(16));
        try (EventProbe probe = EventProbe.connect()) {
            ledger.post(proof("PD-1"), "/v1/invoices/{id}/proofs-of-delivery", id)
                    .statusCode(201)
                    .body("signer", equalTo("J. de Vries"));
            ProofOfDeliveryRecorded recorded = probe.await(
                    ProofOfDeliveryRecorded.class, event -> event.customerId().equals("P-missing"));
            assertThat(recorded.signedOn()).isEqualTo("2025-12-21");
            work.run("demo", () -> sweep.some(Ledger.TODAY));
            work.run("demo", () -> sweep.some(Ledger.TODAY.plusDays(1)));
            ProofOfDeliveryMissing told = probe.await(
                    ProofOfDeliveryMissing.class, event -> event.customerId().equals("P-missing"));
            assertThat(told.deliveryIds()).containsExactly("PD-2");
            ledger.post(proof("PD-2"), "/v1/invoices/{id}/proofs-of-delivery", id)
                    .statusCode(201);
            probe.await(ProofOfDeliveryRecorded.class, event -> "PD-2".equals(event.deliveryId()));
            assertThat(probe.seen(
                            ProofOfDeliveryMissing.class,
                            event -> event.customerId().equals("P-missing")))
                    .hasSize(1);
        }
        ledger.get("/v1/proofs-of-delivery/missing?customerId=P-missing").body("items", hasSize(0));
        ledger.get("/v1/invoices/{id}/proofs-of-delivery", id).body("items.deliveryId", contains("PD-1", "PD-2"));
    }

    @Test
    @DisplayName("may come before the invoice, or be for all that the invoice bills")
    void otherWays() {
        Map<String, Object> early = Map.of("customerId", "P-early", "sellerId", "S", "proof", proof("PE-1"));
        ledger.post(early, "/v1/proofs-of-delivery").statusCode(201);
        String id = issued("P-early", "PE-1", "2026-01-02", "PE-1");
        ledger.get("/v1/invoices/{id}/proofs-of-delivery", id).body("items.deliveryId", contains("PE-1"));
        String whole = issued("P-early", "PE-2", "2026-01-02", "PE-2", "PE-3");
        ledger.post(proof(null), "/v1/invoices/{id}/proofs-of-delivery", whole).statusCode(201);
        ledger.get("/v1/proofs-of-delivery/missing?customerId=P-early").body("items", hasSize(0));
    }

    @Test
    @DisplayName("that cannot be is refused")
    void refused() {
        String id = issued("P-refused", "PR-1", "2026-01-02", "PF-1");
        ledger.post(proof("PF-9"), "/v1/invoices/{id}/proofs-of-delivery", id)
                .statusCode(422)
                .body("code", equalTo("delivery-not-on-invoice"));
        Map<String, Object> wrong = proof("PF-1");
        wrong.put("hash", "abc");
        ledger.post(wrong, "/v1/invoices/{id}/proofs-of-delivery", id)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/hash"));
        Map<String, Object> ahead = proof("PF-1");
        ahead.put("signedAt", "2026-01-06T09:00:00Z");
        ledger.post(ahead, "/v1/invoices/{id}/proofs-of-delivery", id)
                .statusCode(422)
                .body("code", equalTo("date-in-future"));
        ledger.post(Map.of("customerId", "P-refused", "sellerId", "S", "proof", proof(null)), "/v1/proofs-of-delivery")
                .statusCode(422)
                .body("code", equalTo("delivery-missing"));
        Ledger.of("other").get("/v1/invoices/{id}/proofs-of-delivery", id).statusCode(404);
    }

    @Test
    @DisplayName("and other things a customer may object to are told before the invoice is issued")
    void validation() {
        Map<String, Object> invoice = dearer();
        ledger.post(invoice, "/v1/invoices/validations")
                .statusCode(200)
                .body("acceptable", equalTo(true))
                .body(
                        "warnings.code",
                        hasItems(
                                "price-deviates-from-order",
                                "proof-of-delivery-missing",
                                "order-reference-missing",
                                "terms-not-accepted",
                                "invoiced-late"))
                .body("warnings.code", not(hasItem("delivery-reference-missing")))
                .body("disputeRisk", equalTo(100));
        try (EventProbe probe = EventProbe.connect()) {
            ledger.issue(invoice).statusCode(201);
            InvoicingLate late =
                    probe.await(InvoicingLate.class, event -> event.customerId().equals("P-valid"));
            assertThat(late.lagDays()).isEqualTo(35);
        }
        refusedLater(invoice);
    }

    private void refusedLater(Map<String, Object> invoice) {
        ledger.post(invoice, "/v1/invoices/validations")
                .body("acceptable", equalTo(false))
                .body("errors.code", contains("invoice-number-taken"));
        invoice.put("reference", "RF68539007547034");
        ledger.post(invoice, "/v1/invoices/validations")
                .body("errors.code", contains("reference-check-failed"))
                .body("errors.pointer", contains("/reference"));
        invoice.remove("reference");
        invoice.put("invoiceNumber", "PV-2026-2");
        invoice.put("referenceScheme", "rf");
        ledger.issue(invoice).statusCode(201).body("reference", equalTo("RF62PV20262"));
    }

    /** An invoice with a line that costs more than the order says, five weeks after delivery. */
    private static Map<String, Object> dearer() {
        Map<String, Object> line = new HashMap<>(Map.of("description", "hours", "quantity", "3", "unitPrice", "12.37"));
        line.putAll(Map.of("vatCategory", "S", "vatRate", "21", "orderUnitPrice", "12.00"));
        Map<String, Object> invoice = Ledger.item("P-valid", "PV-1", null, "2026-01-05", "2026-02-04");
        invoice.remove("total");
        invoice.put("lines", List.of(line));
        invoice.put("deliveredOn", "2025-12-01");
        invoice.put("deliveryIds", List.of("PV-1"));
        return invoice;
    }

    private String issued(String customer, String number, String deliveredOn, String... deliveries) {
        Map<String, Object> invoice = Ledger.item(customer, number, "10.00", "2026-01-02", "2026-02-01");
        invoice.put("deliveredOn", deliveredOn);
        invoice.put("deliveryIds", List.of(deliveries));
        return ledger.issue(invoice).statusCode(201).extract().path("invoiceId");
    }

    private static Map<String, Object> proof(String deliveryId) {
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("deliveryId", deliveryId);
        proof.put("signer", "J. de Vries");
        proof.put("signedAt", "2025-12-21T10:00:00Z");
        proof.put("hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        return proof;
    }
}
