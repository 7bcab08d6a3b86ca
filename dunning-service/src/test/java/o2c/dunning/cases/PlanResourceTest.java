package o2c.dunning.cases;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The plan of an invoice")
class PlanResourceTest {

    private final Ledger ledger = new Ledger("plans");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @Order(1)
    @DisplayName("goes on with the next step when the courtesy has passed, and skips weekends")
    void steps() {
        Item invoice = ledger.issue("P-1", "P-1", LocalDate.parse("2026-01-07"), "80.00");

        ledger.get("/v1/invoices/{id}/plan", invoice.id())
                .then()
                .statusCode(200)
                .body("steps.on", equalTo(List.of("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02")))
                .body("steps.level", equalTo(List.of(1, 2, 3, 4)))
                .body("steps.tone", equalTo(List.of("friendly", "neutral", "neutral", "formal")))
                .body("steps.strategyVersion", equalTo(List.of(1, 1, 1, 1)));
        ledger.get("/v1/invoices/{id}/why?date=2026-01-12", invoice.id())
                .then()
                .body("reason", equalTo("step-planned"))
                .body("level", equalTo(1));
        ledger.get("/v1/invoices/{id}/why?date=2026-01-13", invoice.id())
                .then()
                .body("reason", equalTo("next-step-later"))
                .body("next.on", equalTo("2026-01-19"));
    }

    @Test
    @Order(2)
    @DisplayName("is empty after the ledger took the overdue back, and tells why of each day")
    void withdrawn() {
        Item invoice = ledger.issue("P-2", "P-2", LocalDate.parse("2026-01-06"), "80.00");
        ledger.openUntil(LocalDate.parse("2026-01-08"));
        ledger.announce(new OverdueWithdrawn(invoice.id(), "P-2", "S-1", "P-2", LocalDate.parse("2026-01-06")));
        ledger.get("/v1/invoices/{id}/plan", invoice.id())
                .then()
                .body("overdue", equalTo(false))
                .body("steps.size()", equalTo(0));
        ledger.openUntil(LocalDate.parse("2026-01-10"));

        why(invoice, "2026-01-08", "next-step-later");
        why(invoice, "2026-01-09", "overdue-not-declared");
        why(invoice, "2026-01-05", "not-known-yet");
    }

    @Test
    @Order(3)
    @DisplayName("remembers what a day's run could know, whatever was paid since")
    void past() {
        Item invoice = ledger.issue("P-3", "P-3", LocalDate.parse("2026-01-16"), "80.00");
        ledger.openUntil(LocalDate.parse("2026-01-17"));
        ledger.pay(invoice, "78.00", "2.00");
        ledger.openUntil(LocalDate.parse("2026-01-20"));
        ledger.pay(invoice, "2.00", "0.00");
        ledger.openUntil(LocalDate.parse("2026-01-21"));

        why(invoice, "2026-01-19", "below-minimum-amount");
        why(invoice, "2026-01-17", "next-step-later");
        why(invoice, "2026-01-21", "settled");
    }

    @Test
    @Order(4)
    @DisplayName("is asked for properly, or there is nothing")
    void refusals() {
        Item invoice = ledger.issue("P-4", "P-4", LocalDate.parse("2026-03-16"), "80.00");
        ledger.get("/v1/invoices/{id}/plan", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("invoice-unknown"));
        ledger.get("/v1/invoices/nonsense/plan").then().statusCode(404);
        ledger.get("/v1/invoices/{id}/why?date=2026-02-30", invoice.id()).then().statusCode(400);
        ledger.as("invoice:read")
                .get("/v1/invoices/{id}/plan", invoice.id())
                .then()
                .statusCode(403);
        try (Ledger other = new Ledger("other")) {
            other.get("/v1/invoices/{id}/plan", invoice.id()).then().statusCode(404);
            other.get("/v1/invoices/{id}/why", invoice.id()).then().statusCode(404);
        }
    }

    private void why(Item invoice, String day, String reason) {
        ledger.get("/v1/invoices/{id}/why?date={day}", invoice.id(), day)
                .then()
                .statusCode(200)
                .body("reason", equalTo(reason));
    }
}
