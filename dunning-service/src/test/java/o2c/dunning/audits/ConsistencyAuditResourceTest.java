package o2c.dunning.audits;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.kernel.Money;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The audit of a day")
class ConsistencyAuditResourceTest {

    /** A Monday; level 1 falls on Thursday 15, level 2 on Thursday 22 January. */
    private static final LocalDate DUE = LocalDate.parse("2026-01-12");

    private final Ledger ledger = new Ledger("explain");

    @Inject
    Work work;

    @Inject
    Sql sql;

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("finds nothing while every invoice had its step or a reason, also when the oldest was paid")
    void consistent() {
        Item oldest = ledger.issue("E-1", "E-1-1", DUE.minusDays(5), "100.00");
        Item next = ledger.issue("E-1", "E-1-2", DUE, "200.00");
        ledger.issue("E-2", "E-2-1", DUE, "300.00");
        ledger.openUntil(LocalDate.parse("2026-01-19"));
        ledger.pay(oldest, "100.00", "0.00");
        ledger.openUntil(LocalDate.parse("2026-01-23"));

        for (LocalDate day = LocalDate.parse("2026-01-06"); !day.isAfter(ledger.today()); day = day.plusDays(1)) {
            ledger.get("/v1/consistency-audit?date={d}", day.toString())
                    .then()
                    .statusCode(200)
                    .body("findings", hasSize(0))
                    .body("consistent", equalTo(true));
        }
        ledger.get("/v1/invoices/{id}/plan", next.id()).then().body("taken.level", equalTo(List.of(0, 1, 2)));
        ledger.get("/v1/consistency-audit?date=2026-01-22")
                .then()
                .body("overdue", equalTo(2))
                .body("reasons.reason", equalTo(List.of("step-taken")));
        aStepIsRemoved(next);
        crossed();
    }

    private void aStepIsRemoved(Item item) {
        work.run(
                "explain",
                () -> sql.update(
                        "delete from step_taken where tenant = ? and invoice_id = ? and level = 2",
                        "explain",
                        item.id()));

        ledger.get("/v1/consistency-audit?date=2026-01-22")
                .then()
                .body("consistent", equalTo(false))
                .body("findings", hasSize(1))
                .body("findings[0].fault", equalTo("step-missing"))
                .body("findings[0].invoiceId", equalTo(item.id().toString()))
                .body("findings[0].level", equalTo(2));
        ledger.get("/v1/consistency-audit?date=2026-02-22")
                .then()
                .statusCode(422)
                .body("code", equalTo("date-in-future"));
    }

    /** The money had reached the account before the reminder of the 22nd left; the ledger told it on the 23rd. */
    private void crossed() {
        ledger.announce(new PaymentAllocated(
                UUID.randomUUID(),
                "E-2",
                "S-1",
                LocalDate.parse("2026-01-21"),
                ledger.today(),
                List.of(new Allocation(invoiceOfE2(), "E-2-1", Money.of("300.00", "EUR"), Money.of("0.00", "EUR")))));

        ledger.get("/v1/consistency-audit?date=2026-01-22").then().body("crossed.invoiceNumber", hasItem("E-2-1"));
    }

    private UUID invoiceOfE2() {
        return UUID.fromString(ledger.get("/v1/cases/E-2").path("invoices[0].invoiceId"));
    }
}
