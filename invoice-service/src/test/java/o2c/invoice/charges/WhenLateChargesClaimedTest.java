package o2c.invoice.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.DunningEvent.LateChargesClaimed;
import o2c.contracts.DunningEvent.LateChargesWaived;
import o2c.contracts.DunningEvent.StepTaken;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventMessage;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Claimed late charges")
class WhenLateChargesClaimedTest {

    private static final UUID CHARGE = UUID.fromString("019b8c5d-7e00-7000-8000-0000000000c1");

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("are claims of their own: they do not vanish with the principal, and are paid after it")
    void outliveThePrincipal() {
        try (EventProbe probe = EventProbe.connect()) {
            String invoice = claimedTwice(probe, "LC-1");
            ledger.pay("LC-1", "1000.00", "2026-01-05", List.of()).body("unallocated.amount", equalTo("0.00"));
            ledger.get("/v1/invoices/{id}", invoice).body("status", equalTo("settled"));
            assertThat(charges("LC-1")).isEqualTo("58.02");
            ledger.get("/v1/receivables/ageing?groupBy=customer&include=charges")
                    .body("groups.find { it.customerId == 'LC-1' }.charges", equalTo("58.02"))
                    .body("groups.find { it.customerId == 'LC-1' }.total", equalTo("0.00"));
            String paid = ledger.pay("LC-1", "45.00", "2026-01-05", List.of())
                    .body("allocations[0].costs.amount", equalTo("40.00"))
                    .body("allocations[0].interest.amount", equalTo("5.00"))
                    .extract()
                    .path("paymentId");
            LateChargesPaid event =
                    probe.await(LateChargesPaid.class, e -> e.customerId().equals("LC-1"));
            assertThat(event.charges().get(0).outstanding()).isEqualTo(Money.of("13.02", "EUR"));
            assertThat(charges("LC-1")).isEqualTo("13.02");
            ledger.call()
                    .body(Map.of("reason", "returned"))
                    .post("/v1/payments/{id}/reversals", paid)
                    .then()
                    .statusCode(201);
            assertThat(charges("LC-1")).isEqualTo("58.02");
        }
    }

    @Test
    @DisplayName("are waived, interest first, and never below zero")
    void waived() {
        try (EventProbe probe = EventProbe.connect()) {
            String invoice = claimedTwice(probe, "LC-2");
            ledger.pay("LC-2", "1000.00", "2026-01-05", List.of()).statusCode(201);
            probe.publish("demo", waived("LC-2", invoice, "50.00"));
            await().until(() -> charges("LC-2").equals("8.02"));
            ledger.get("/v1/customers/LC-2/statement")
                    .body("items.costs.amount", contains("8.02"))
                    .body("items.outstanding.amount", contains("0.00"));
            probe.publish("demo", waived("LC-2", invoice, "100.00"));
            await().until(() -> charges("LC-2").equals("0.00"));
        }
        ledger.get("/v1/customers/LC-2/statement").body("items", empty()).body("totals", empty());
    }

    @Test
    @DisplayName("are paid before the principal once a formal notice left, unless the tenant decided otherwise (LP-16)")
    void afterTheNotice() {
        try (EventProbe probe = EventProbe.connect()) {
            String invoice = claimedTwice(probe, "LC-3");
            probe.publish(
                    "demo",
                    new StepTaken(
                            UUID.fromString(invoice),
                            "LC-3",
                            "S",
                            "LC-3",
                            Ledger.TODAY,
                            4,
                            "formal-notice",
                            "letter",
                            "formal",
                            1));
            await().until(() -> isNoticed(invoice));
            ledger.pay("LC-3", "1000.00", "2026-01-05", List.of())
                    .body("allocations[0].amount.amount", equalTo("941.98"))
                    .body("allocations[0].costs.amount", equalTo("40.00"))
                    .body("allocations[0].interest.amount", equalTo("18.02"));
            ledger.get("/v1/invoices/{id}", invoice).body("outstanding", equalTo("58.02"));
        }
    }

    private boolean isNoticed(String invoice) {
        return work.in(
                "demo",
                () -> sql.first(
                                "select noticed from receivable where tenant = 'demo' and id = ?",
                                row -> row.getBoolean(1),
                                UUID.fromString(invoice))
                        .orElse(false));
    }

    /** Issues an invoice and claims charges on it; the event comes twice and has one effect. */
    private String claimedTwice(EventProbe probe, String customer) {
        String invoice = ledger.issued(customer, customer, "1000.00", "2025-01-01", "2025-01-31");
        EventMessage claimed = probe.message("demo", claimed(customer, invoice));
        claimed.send();
        claimed.send();
        await().until(() -> charges(customer).equals("58.02"));
        return invoice;
    }

    private String charges(String customer) {
        List<String> charges = ledger.get("/v1/customers/{c}/statement", customer)
                .statusCode(200)
                .extract()
                .path("totals.charges.amount");
        return charges.isEmpty() ? "0.00" : charges.get(0);
    }

    private static LateChargesClaimed claimed(String customer, String invoice) {
        return new LateChargesClaimed(
                CHARGE,
                customer,
                "S",
                UUID.fromString(invoice),
                customer,
                Ledger.TODAY,
                Money.of("18.02", "EUR"),
                Money.of("40.00", "EUR"),
                Money.of("0.00", "EUR"),
                Money.of("58.02", "EUR"));
    }

    private static LateChargesWaived waived(String customer, String invoice, String amount) {
        return new LateChargesWaived(
                CHARGE,
                customer,
                "S",
                UUID.fromString(invoice),
                customer,
                Money.of(amount, "EUR"),
                Money.of("0.00", "EUR"),
                Ledger.TODAY,
                "by-person");
    }
}
