package o2c.invoice.duedates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.invoice.testing.Ledger;
import o2c.runtime.day.DaySweep;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A new due day")
class DueDateChangeResourceTest {

    @Inject
    @All
    List<DaySweep> sweeps;

    @Inject
    Work work;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("that gives more time counts at once; insurance keeps the old day")
    void deferral() {
        String id = ledger.issued("D-later", "DL-1", "10.00", "2025-12-01", "2026-01-31");
        try (EventProbe probe = EventProbe.connect()) {
            change(id, "deferral", "2026-03-02", null).statusCode(201).body("status", equalTo("booked"));
            change(id, "deferral", "2026-03-31", null).statusCode(201).body("formerDueOn", equalTo("2026-03-02"));
            DueDateChanged told = probe.await(
                    DueDateChanged.class,
                    event -> event.customerId().equals("D-later")
                            && event.dueOn().getDayOfMonth() == 31);
            assertThat(told.policyDueOn()).isEqualTo("2026-01-31");
            assertThat(told.kind()).isEqualTo("deferral");
        }
        ledger.get("/v1/invoices/{id}", id)
                .body("dueOn", equalTo("2026-03-31"))
                .body("payableOn", equalTo("2026-03-31"));
        ledger.get("/v1/invoices/{id}/due-date-changes", id).body("items.kind", contains("deferral", "deferral"));
    }

    @Test
    @DisplayName("that corrects the old one waits for a second person, and then the invoice was never late")
    void correction() {
        String id = ledger.issued("D-wrong", "DW-1", "10.00", "2025-12-01", "2025-12-31");
        work.run("demo", () -> sweeps.forEach(sweep -> sweep.some(Ledger.TODAY)));
        ledger.get("/v1/invoices/{id}", id).body("status", equalTo("overdue"));
        String approval = change(id, "correction", "2026-01-31", "scan 7")
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .path("approvalId");
        ledger.get("/v1/invoices/{id}", id).body("dueOn", equalTo("2025-12-31"));
        try (EventProbe probe = EventProbe.connect()) {
            ledger.decide(approval, true).statusCode(200);
            OverdueWithdrawn told = probe.await(
                    OverdueWithdrawn.class, event -> event.customerId().equals("D-wrong"));
            assertThat(told.cause()).isEqualTo("due-date-corrected");
        }
        ledger.get("/v1/invoices/{id}", id).body("status", equalTo("open")).body("dueOn", equalTo("2026-01-31"));
    }

    @Test
    @DisplayName("that cannot be is refused")
    void refused() {
        String id = ledger.issued("D-refused", "DR-1", "10.00", "2025-12-15", "2026-01-31");
        change(id, "correction", "2026-02-28", null).statusCode(422).body("code", equalTo("evidence-missing"));
        change(id, "deferral", "2026-01-31", null).statusCode(422).body("code", equalTo("due-date-unchanged"));
        change(id, "deferral", "2026-01-30", null).statusCode(422).body("code", equalTo("deferral-not-later"));
        change(id, "correction", "2025-12-14", "x").statusCode(422).body("code", equalTo("due-before-issue"));
        change(id, "deferral", "1999-01-01", null).statusCode(400).body("code", equalTo("date-out-of-range"));
        change(id, "delay", "2026-03-01", null).statusCode(400).body("code", equalTo("value-unknown"));
        Ledger.of("other").get("/v1/invoices/{id}/due-date-changes", id).statusCode(404);
    }

    private ValidatableResponse change(String invoiceId, String kind, String dueOn, String evidence) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("kind", kind, "dueOn", dueOn, "reason", "asked"));
        request.put("evidence", evidence);
        return ledger.post(request, "/v1/invoices/{id}/due-date-changes", invoiceId);
    }
}
