package o2c.invoice.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.testing.Ledger;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("When a business day opens")
class OverdueSweepTest {

    private static final LocalDate DAY = Ledger.TODAY.plusDays(1);

    @Inject
    OverdueSweep sweep;

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("the statement declares overdue exactly what the rule says, on generated invoices")
    void statementAndRuleAgree() {
        generate(new Random(7));
        Map<UUID, Invoice> before = invoices();

        work.run("demo", () -> sweep.some(DAY));

        Map<UUID, Invoice> after = invoices();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, invoice) ->
                assertThat(after.get(id)).isEqualTo(invoice.fallOverdue(DAY).next()));
    }

    @Test
    @DisplayName("each late invoice is announced once, whatever day opens next")
    void onceEach() {
        ledger.issued("O-once", "O1-1", "10.00", "2025-12-01", "2026-01-05");
        ledger.issued("O-once", "O1-2", "20.00", "2025-12-01", "2026-01-06");
        try (EventProbe probe = EventProbe.connect()) {
            work.run("demo", () -> sweep.some(DAY));
            work.run("demo", () -> sweep.some(DAY));

            PaymentOverdue overdue = probe.await(
                    PaymentOverdue.class, event -> event.customerId().equals("O-once"));
            assertThat(overdue.invoiceNumber()).isEqualTo("O1-1");
            assertThat(overdue.overdueOn()).isEqualTo(DAY);
            work.run("demo", () -> sweep.some(DAY.plusDays(1)));
            probe.await(PaymentOverdue.class, event -> event.invoiceNumber().equals("O1-2"));
            assertThat(probe.seen(
                            PaymentOverdue.class, event -> event.customerId().equals("O-once")))
                    .hasSize(2);
        }
        ledger.get("/v1/invoices?customerId=O-once&status=overdue")
                .body("items.invoiceNumber", contains("O1-1", "O1-2"));
    }

    @Test
    @DisplayName("money that had come in time takes the declaration back when it becomes known")
    void withdrawn() {
        String id = ledger.issued("O-back", "O2-1", "10.00", "2025-12-01", "2025-12-31");
        work.run("demo", () -> sweep.some(DAY));
        try (EventProbe probe = EventProbe.connect()) {
            ledger.pay("O-back", "10.00", "2025-12-31", List.of()).statusCode(201);

            OverdueWithdrawn withdrawn = probe.await(
                    OverdueWithdrawn.class, event -> event.customerId().equals("O-back"));
            assertThat(withdrawn.receivedOn()).isEqualTo("2025-12-31");
        }
        ledger.get("/v1/invoices/{id}", id).body("status", equalTo("settled"));
    }

    @Test
    @DisplayName("nothing of another tenant is touched")
    void ownTenantOnly() {
        String id = Ledger.of("other").issued("O-other", "O3-1", "10.00", "2025-12-01", "2025-12-31");

        work.run("demo", () -> sweep.some(DAY));

        Ledger.of("other").get("/v1/invoices/{id}", id).body("status", equalTo("open"));
    }

    private void generate(Random random) {
        for (int i = 0; i < 60; i++) {
            LocalDate due = Ledger.TODAY.plusDays(random.nextInt(9) - 4);
            ledger.issued("O-rule", "O4-" + i, "10.00", "2025-12-01", due.toString());
            if (random.nextInt(3) == 0) {
                String amount = random.nextBoolean() ? "10.00" : "4.00";
                ledger.pay("O-rule", amount, "2026-01-02", List.of(Ledger.part("O4-" + i, amount)));
            }
        }
    }

    private Map<UUID, Invoice> invoices() {
        Map<UUID, Invoice> byId = new HashMap<>();
        work.in("demo", () -> sql.list(InvoiceRow.SELECT + " where tenant = ?", InvoiceRow::read, "demo"))
                .forEach(row -> byId.put(row.invoice().id(), row.invoice()));
        return byId;
    }
}
