package o2c.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.contracts.DunningEvent.DisputeResolved;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Events in, cover out")
class CoverFromEventsTest {

    private final Desk desk = new Desk("demo");
    private final String seller = "S-" + Ids.next();
    private final String customer = "C-" + Ids.next();
    private EventProbe probe;
    private String policyId;

    @BeforeEach
    void start() {
        probe = EventProbe.connect();
        policyId = desk.policyFor(seller);
        desk.limit(policyId, customer, "1500.00", "2025-06-01");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("Issued, part paid, disputed, resolved: every step shows at once, parts add up")
    void aLife() {
        InvoiceIssued first = Desk.invoice(customer, seller, "F1", "2025-12-01", "2025-12-31", "1000.00");
        InvoiceIssued second = Desk.invoice(customer, seller, "F2", "2025-12-10", "2026-01-09", "1000.00");
        probe.publish("demo", first);
        probe.publish("demo", second);
        expect("2000.00", "1350.00", "650.00");
        desk.cover(customer)
                .body("lines.invoiceNumber", contains("F1", "F2"))
                .body("limit.amount", equalTo("1500.00"))
                .body("policyId", equalTo(policyId))
                .body("stopOn", equalTo("2026-03-02"))
                .body("reasons.reason", contains("over-limit", "own-retention"));

        probe.publish("demo", Desk.paid(first, "2026-01-03", "400.00"));
        expect("1600.00", "1350.00", "250.00");

        DisputeOpened dispute = dispute(second, "100.00");
        probe.publish("demo", dispute);
        expect("1600.00", "540.00", "1060.00");

        probe.publish("demo", resolved(dispute));
        expect("1600.00", "1350.00", "250.00");
        desk.cover(customer, "asOf", "2026-01-02").body("outstanding.amount", equalTo("2000.00"));
        desk.cover(customer, "asOf", "2025-12-09").body("outstanding.amount", equalTo("1000.00"));
        desk.cover(customer, "knownAt", "2026-01-04").body("outstanding.amount", equalTo("0.00"));
    }

    @Test
    @DisplayName("An event delivered twice has one effect")
    void twice() {
        InvoiceIssued invoice = Desk.invoice(customer, seller, "F1", "2025-12-01", "2025-12-31", "100.00");
        var message = probe.message("demo", invoice);
        message.send();
        message.send();
        var payment = probe.message("demo", Desk.paid(invoice, "2026-01-03", "10.00"));
        payment.send();
        payment.send();
        var dispute = probe.message("demo", dispute(invoice, "1.00"));
        dispute.send();
        dispute.send();
        var registered = probe.message("demo", Desk.registered(customer, "NL"));
        registered.send();
        registered.send();

        expect("90.00", "0.00", "90.00");
        InvoiceIssued last = Desk.invoice(customer, seller, "F2", "2025-12-02", "2025-12-31", "1.00");
        probe.publish("demo", last);
        expect("91.00", "0.90", "90.10");
    }

    @Test
    @DisplayName("Whatever order the topics are read in, the end state is the same")
    void anyOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 8; round++) {
            String each = customer + "-" + round;
            desk.limit(policyId, each, "1500.00", "2025-06-01");
            InvoiceIssued invoice = Desk.invoice(each, seller, "F1", "2025-12-01", "2025-12-31", "2000.00");
            DisputeOpened dispute = dispute(invoice, "5.00");
            DisputeOpened lasting = dispute(invoice, "7.00");
            List<List<Event>> topics = new ArrayList<>(List.of(
                    new ArrayList<>(List.of(invoice, Desk.paid(invoice, "2026-01-02", "800.00"))),
                    new ArrayList<>(List.of(dispute, resolved(dispute), lasting)),
                    new ArrayList<>(List.of(Desk.registered(each, "NL")))));
            while (!topics.isEmpty()) {
                Collections.shuffle(topics, random);
                probe.publish("demo", topics.get(0).remove(0));
                topics.removeIf(List::isEmpty);
            }
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> desk.cover(each)
                            .statusCode(200)
                            .body("outstanding.amount", equalTo("1200.00"))
                            .body("insured.amount", equalTo("0.00"))
                            .body("reasons.reason", contains("disputed")));
            desk.derive();
            CoverChanged told = probe.await(
                    CoverChanged.class,
                    event -> event.customerId().equals(each)
                            && event.outstanding().equals(Money.of("1200.00", "EUR"))
                            && event.insured().isZero());
            assertThat(told.policyId()).isEqualTo(policyId);
        }
    }

    @Test
    @DisplayName("The kept portfolio agrees with the computed one and tells what changed")
    void keptAgrees() {
        probe.publish("demo", Desk.invoice(customer, seller, "F1", "2025-12-01", "2025-12-31", "1000.00"));
        probe.publish("demo", Desk.invoice(customer, seller, "F2", "2025-12-02", "2025-12-31", "1000.00"));
        probe.publish("demo", Desk.invoice(customer, "S-none", "F3", "2025-12-03", "2025-12-31", "9.00"));
        expect("2009.00", "1350.00", "659.00");
        assertPortfoliosAgree();
        desk.derive();
        assertPortfoliosAgree();
        probe.await(
                CoverChanged.class,
                event -> event.customerId().equals(customer)
                        && event.outstanding().equals(Money.of("2009.00", "EUR"))
                        && event.insured().equals(Money.of("1350.00", "EUR"))
                        && event.policyId().equals(policyId));
        desk.derive();
        assertThat(probe.seen(
                        CoverChanged.class,
                        event -> event.customerId().equals(customer)
                                && event.outstanding().equals(Money.of("2009.00", "EUR"))))
                .hasSize(1);
    }

    @Test
    @DisplayName("A limit that is cut leaves what was covered before; later deliveries are over the limit")
    void runOff() {
        String limited = customer + "-cut";
        String limitId = desk.limit(policyId, limited, "1500.00", "2025-06-01");
        probe.publish("demo", Desk.invoice(limited, seller, "F1", "2025-12-01", "2025-12-31", "1000.00"));
        desk.posting()
                .body("{\"effectiveFrom\":\"2025-12-15\",\"reason\":\"withdrawn\"}")
                .post("/v1/limits/" + limitId + "/cancellation")
                .then()
                .statusCode(200);
        probe.publish("demo", Desk.invoice(limited, seller, "F2", "2025-12-20", "2026-01-19", "100.00"));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(limited)
                        .statusCode(200)
                        .body("outstanding.amount", equalTo("1100.00"))
                        .body("insured.amount", equalTo("900.00"))
                        .body("reasons.reason", contains("no-limit", "own-retention")));
    }

    @Test
    @DisplayName("Without a named limit the policy's discretionary cover counts, at its own percentage")
    void blindCover() {
        String unnamed = customer + "-blind";
        probe.publish("demo", Desk.invoice(unnamed, seller, "F1", "2025-12-01", "2025-12-31", "1200.00"));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(unnamed)
                        .statusCode(200)
                        .body("insured.amount", equalTo("800.00"))
                        .body("limit.amount", equalTo("1000.00"))
                        .body("reasons.amount.amount", contains("200.00", "200.00")));
    }

    @Test
    @DisplayName("Another tenant and an unknown customer get 404; days ahead and fresh knowledge are refused")
    void turnedAway() {
        new Desk("other").cover(customer).statusCode(404).body("code", equalTo("customer-unknown"));
        desk.cover("C-nobody").statusCode(404);
        desk.cover(customer, "asOf", "2200-01-01").statusCode(422).body("code", equalTo("date-in-future"));
        desk.cover(customer, "knownAt", "2150-01-01T00:00:00Z")
                .statusCode(422)
                .body("code", equalTo("known-at-too-recent"));
        desk.cover(customer, "knownAt", "yesterday")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/knownAt"));
        desk.cover(customer, "asOf", "2026-02-30").statusCode(400);
        new Desk("other")
                .asking()
                .get("/v1/cover")
                .then()
                .statusCode(200)
                .body("items.findAll { it.customerId == '" + customer + "' }", hasSize(0));
    }

    private void assertPortfoliosAgree() {
        var today =
                desk.asking().queryParam("limit", 200).get("/v1/cover").then().statusCode(200);
        String yesterday = today.extract().path("asOf");
        var exact = desk.asking()
                .queryParam("limit", 200)
                .queryParam("asOf", yesterday)
                .queryParam("knownAt", "2199-12-31")
                .get("/v1/cover")
                .then()
                .statusCode(200);

        assertThat((Object) today.extract().path("items"))
                .isEqualTo(exact.extract().path("items"));
        assertThat((Object) today.extract().path("totals"))
                .isEqualTo(exact.extract().path("totals"));
        List<String> first = desk.asking()
                .queryParam("limit", 1)
                .get("/v1/cover")
                .then()
                .extract()
                .path("items.customerId");
        assertThat(first)
                .isEqualTo(
                        today.extract().<List<String>>path("items.customerId").subList(0, 1));
    }

    private void expect(String outstanding, String insured, String uninsured) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer)
                        .statusCode(200)
                        .body("outstanding.amount", equalTo(outstanding))
                        .body("insured.amount", equalTo(insured))
                        .body("uninsured.amount", equalTo(uninsured)));
    }

    private static DisputeOpened dispute(InvoiceIssued invoice, String amount) {
        return new DisputeOpened(
                Ids.next(),
                invoice.customerId(),
                invoice.sellerId(),
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                Money.of(amount, "EUR"),
                "quality",
                LocalDate.parse("2026-01-03"));
    }

    private static DisputeResolved resolved(DisputeOpened dispute) {
        return new DisputeResolved(
                dispute.disputeId(),
                dispute.customerId(),
                dispute.sellerId(),
                dispute.invoiceId(),
                dispute.invoiceNumber(),
                dispute.amount(),
                "rejected",
                LocalDate.parse("2026-01-04"));
    }
}
