package o2c.dunning.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import o2c.contracts.DunningEvent.CallDue;
import o2c.contracts.DunningEvent.ReminderSent;
import o2c.contracts.DunningEvent.StepTaken;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The diary of an invoice that nobody pays")
class DunningDiaryTest {

    private static final LocalDate DUE = LocalDate.parse("2026-01-12");

    private final Ledger ledger = new Ledger("diary");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("is the plan that could be read on the first day")
    void diary() {
        ledger.customer("C-1", "Van Dijk BV", "nl");
        ledger.seller("S-1", "Acme");
        Item invoice = ledger.issue("C-1", "2026-001", DUE, "1210.00");
        List<Map<String, Object>> plan =
                ledger.get("/v1/invoices/{id}/plan", invoice.id()).jsonPath().getList("steps");
        assertThat(plan)
                .extracting(step -> step.get("on") + " " + step.get("level") + " " + step.get("channel"))
                .containsExactly(
                        "2026-01-09 0 email",
                        "2026-01-15 1 email",
                        "2026-01-22 2 email",
                        "2026-01-29 3 call",
                        "2026-02-06 4 letter",
                        "2026-02-16 5 decision");

        ledger.openUntil(LocalDate.parse("2026-02-20"));

        ledger.probe().await(StepTaken.class, step -> step.invoiceId().equals(invoice.id()) && step.level() == 5);
        List<StepTaken> steps =
                ledger.probe().seen(StepTaken.class, step -> step.invoiceId().equals(invoice.id()));
        assertThat(steps)
                .extracting(step -> step.takenOn() + " " + step.level() + " " + step.channel())
                .containsExactlyElementsOf(plan.stream()
                        .map(step -> step.get("on") + " " + step.get("level") + " " + step.get("channel"))
                        .toList());
        assertThat(ledger.probe()
                        .seen(ReminderSent.class, sent -> sent.customerId().equals("C-1")))
                .extracting(ReminderSent::level)
                .containsExactly(0, 1, 2, 4);
        assertThat(ledger.probe().seen(CallDue.class, call -> call.customerId().equals("C-1")))
                .hasSize(1);
        messagesAreKept(invoice);
        daysAreExplained(invoice);
    }

    private void messagesAreKept(Item invoice) {
        List<String> ids = ledger.get("/v1/messages?customerId=C-1").jsonPath().getList("items.messageId");
        assertThat(ids).hasSize(5);
        ledger.get("/v1/messages/{id}", ids.get(4))
                .then()
                .body("level", equalTo(4))
                .body("channel", equalTo("letter"))
                .body("language", equalTo("nl"))
                .body("amount.amount", equalTo("1210.00"))
                .body("items[0].invoiceId", equalTo(invoice.id().toString()))
                .body("items[0].reason", equalTo("step-taken"));
        byte[] letter = ledger.as("dunning:read")
                .accept("application/pdf")
                .get("/v1/messages/{id}/document", ids.get(4))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(letter, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(ledger.get("/v1/messages/{id}/document", ids.get(4)).asString())
                .startsWith("Van Dijk BV\n\nIngebrekestelling: 1210.00 EUR")
                .contains("- factuur 2026-001, vervaldatum 2026-01-12: 1210.00 EUR", "Acme, 2026-02-06");
    }

    private void daysAreExplained(Item invoice) {
        Map<String, String> reasons = Map.of(
                "2026-01-05", "not-known-yet",
                "2026-01-06", "next-step-later",
                "2026-01-15", "step-taken",
                "2026-01-16", "next-step-later",
                "2026-01-24", "next-step-later",
                "2026-02-15", "next-step-later",
                "2026-02-16", "step-taken",
                "2026-02-17", "last-level-reached",
                "2026-03-01", "last-level-reached");
        reasons.forEach((day, reason) -> ledger.get("/v1/invoices/{id}/why?date={day}", invoice.id(), day)
                .then()
                .statusCode(200)
                .body("reason", equalTo(reason)));
        ledger.get("/v1/invoices/{id}/plan", invoice.id())
                .then()
                .body("steps.size()", equalTo(0))
                .body("taken.level", equalTo(List.of(0, 1, 2, 3, 4, 5)));
    }
}
