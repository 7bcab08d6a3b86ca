package o2c.policy.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.PolicyEvent.CoverResumed;
import o2c.contracts.PolicyEvent.CoverStopped;
import o2c.contracts.PolicyEvent.PolicyDeadlineApproaching;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A diary of deadlines")
class DeadlineDiaryTest {

    private static final String CUSTOMER = "C-diary";
    private static final String SELLER = "S-diary";

    private final Desk desk = new Desk("other");
    private LocalDate today = LocalDate.parse(SuiteServers.FIRST_DAY);
    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.connect();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("Warned 14, 7 and 1 days ahead, stopped on the day, resumed when the cause is paid")
    void diary() {
        String policyId = desk.policyFor(SELLER);
        desk.limit(policyId, CUSTOMER, "5000.00", "2025-06-01");
        InvoiceIssued old = Desk.invoice(CUSTOMER, SELLER, "OLD", "2025-10-25", "2025-11-24", "100.00");
        probe.publish("other", old);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(CUSTOMER).statusCode(200).body("lines", hasSize(1)));
        desk.cover(CUSTOMER)
                .body("lastCoveredDay", equalTo("2026-01-23"))
                .body("stopOn", equalTo("2026-01-24"))
                .body("stopped", equalTo(false));
        desk.derive();

        probe.publish("other", Desk.invoice("C-ahead", SELLER, "AHEAD", "2026-01-25", "2026-02-24", "70.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover("C-ahead").statusCode(200));

        open("2026-01-20");
        comesNear();
        open("2026-01-24");
        stops(policyId, old);
        portfolioSays("C-ahead", null);
        open("2026-01-26");
        portfolioSays("C-ahead", "70.00");
        isPaid(old);
        open("2026-01-27");
        wasWarnedOnce();
    }

    /** A receivable dated ahead counts from its day on, in the kept rows too. */
    private void portfolioSays(String customer, String outstanding) {
        desk.asking()
                .get("/v1/cover")
                .then()
                .statusCode(200)
                .body("items.find { it.customerId == '" + customer + "' }?.outstanding?.amount", equalTo(outstanding));
    }

    private void comesNear() {
        desk.asking()
                .queryParam("within", "P14D")
                .get("/v1/deadlines")
                .then()
                .statusCode(200)
                .body("items.kind", contains("stop"))
                .body("items[0].dueOn", equalTo("2026-01-24"))
                .body("items[0].daysLeft", equalTo(4))
                .body("items[0].anchorOn", equalTo("2025-11-24"))
                .body("items[0].extensionPeriod.value", equalTo(60))
                .body("items[0].lastCoveredDay", equalTo("2026-01-23"));
        desk.asking()
                .queryParam("within", "P2M")
                .queryParam("customerId", CUSTOMER)
                .queryParam("kind", "report")
                .get("/v1/deadlines")
                .then()
                .body("items.dueOn", contains("2026-02-22"));
    }

    private void stops(String policyId, InvoiceIssued old) {
        CoverStopped stopped =
                probe.await(CoverStopped.class, event -> event.customerId().equals(CUSTOMER));
        assertThat(stopped)
                .isEqualTo(new CoverStopped(
                        CUSTOMER,
                        policyId,
                        old.invoiceId(),
                        LocalDate.parse("2026-01-23"),
                        LocalDate.parse("2026-01-24")));
        desk.cover(CUSTOMER).body("stopped", equalTo(true));
    }

    private void isPaid(InvoiceIssued old) {
        probe.publish("other", Desk.invoice(CUSTOMER, SELLER, "NEW", "2026-01-26", "2026-02-25", "50.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(CUSTOMER).body("lines", hasSize(2)));
        desk.cover(CUSTOMER).body("lines[1].reasons.reason", contains("after-stop"));

        probe.publish("other", Desk.paid(old, "2026-01-26", "100.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(CUSTOMER).body("lines", hasSize(1)));
        desk.derive();
        CoverResumed resumed =
                probe.await(CoverResumed.class, event -> event.customerId().equals(CUSTOMER));
        assertThat(resumed.resumedOn()).isEqualTo(LocalDate.parse("2026-01-26"));
        desk.cover(CUSTOMER).body("lines[0].reasons.reason", contains("own-retention"));
    }

    private void wasWarnedOnce() {
        assertThat(probe.seen(CoverStopped.class, event -> event.customerId().equals(CUSTOMER)))
                .hasSize(1);
        List<PolicyDeadlineApproaching> warnings = probe.seen(
                PolicyDeadlineApproaching.class, event -> event.customerId().equals(CUSTOMER));
        assertThat(warnings)
                .extracting(PolicyDeadlineApproaching::kind, PolicyDeadlineApproaching::daysLeft)
                .containsExactly(tuple("stop", 14), tuple("stop", 7), tuple("stop", 1));
    }

    @Test
    @DisplayName("A period that is none is refused")
    void badPeriod() {
        desk.asking()
                .queryParam("within", "fortnight")
                .get("/v1/deadlines")
                .then()
                .statusCode(400)
                .body("code", equalTo("period-malformed"));
        desk.asking().queryParam("kind", "party").get("/v1/deadlines").then().statusCode(400);
    }

    private void open(String until) {
        while (today.isBefore(LocalDate.parse(until))) {
            today = today.plusDays(1);
            desk.openDay(today);
            desk.derive();
        }
    }
}
