package o2c.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.Publisher;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.policy.Desk;
import o2c.runtime.inbox.Heard;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventMessage;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("When the books move")
class WhenTheBooksMoveTest {

    private static final String SELLER = "S-" + Ids.next();
    private static final String STOP = "2026-02-19";

    private final Desk desk = new Desk("demo");

    @Inject
    Ledger ledger;

    @Inject
    Movements movements;

    @Inject
    Work work;

    @Inject
    Sql sql;

    /**
     * What happens to an invoice of 1000.00 from 10 December 2025, due on the 20th.
     *
     * @param outstanding at the close of days of that December, such as {@code 21=1000.00}; the last holds today
     * @param account what the customer has on account in the end
     * @param stopOn when cover stops if nothing more happens, or null when nothing is owed any more
     */
    private record Case(
            String name,
            String outstanding,
            String account,
            String stopOn,
            Function<Told, List<? extends Event>> events) {

        String customer() {
            return "C-" + name + "-" + SELLER;
        }

        List<String[]> days() {
            return Stream.of(outstanding.split(" ")).map(day -> day.split("=")).toList();
        }

        String now() {
            return days().get(days().size() - 1)[1];
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(
                    "reversed",
                    "21=1000.00 22=600.00 27=600.00 28=1000.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.received("400.00"), it.paid("400.00"), it.reversed("400.00", "0.00"))),
            new Case(
                    "rest-reversed",
                    "22=700.00 28=1000.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.received("400.00"), it.paid("300.00"), it.reversed("300.00", "100.00"))),
            new Case(
                    "before-issue",
                    "09=0.00 10=600.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.received("400.00"), it.paid("400.00", LocalDate.parse("2025-12-05")))),
            new Case(
                    "discount",
                    "21=1000.00 22=0.00",
                    "0.00",
                    null,
                    it -> List.of(it.received("980.00"), it.paid("980.00"), it.discount("20.00"))),
            new Case(
                    "discount-undone",
                    "22=0.00 27=0.00 28=1000.00",
                    "0.00",
                    STOP,
                    it -> List.of(
                            it.received("980.00"),
                            it.paid("980.00"),
                            it.discount("20.00"),
                            it.reversed("1000.00", "0.00"))),
            new Case(
                    "small-difference",
                    "22=0.50 26=0.50 27=0.00",
                    "0.00",
                    null,
                    it -> List.of(it.received("999.50"), it.paid("999.50"), it.writtenOff("small-difference", "0.50"))),
            new Case(
                    "bookkeeping",
                    "26=1000.00 27=0.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.writtenOff("bookkeeping", "1000.00"))),
            new Case("waived", "26=1000.00 27=0.00", "0.00", null, it -> List.of(it.writtenOff("waived", "1000.00"))),
            new Case(
                    "credited",
                    "23=1000.00 24=700.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.credited("2025-12-24", "300.00", "0.00"))),
            new Case(
                    "wrong-at-first",
                    "19=1000.00 20=600.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.credited("2025-12-20", "300.00", "100.00"), it.creditAllocated("100.00"))),
            new Case(
                    "open-credit",
                    "24=950.00 28=950.00 29=750.00",
                    "50.00",
                    STOP,
                    it -> List.of(it.credited("2025-12-24", "50.00", "250.00"), it.creditAllocated("200.00"))),
            new Case(
                    "late-charges",
                    "21=1000.00 29=1000.00",
                    "60.00",
                    STOP,
                    it -> List.of(it.received("200.00"), it.charges("30.00", "10.00"), it.released("100.00"))),
            new Case(
                    "due-corrected",
                    "21=1000.00",
                    "0.00",
                    "2026-03-12",
                    it -> List.of(it.due("correction", "2026-01-10", "2026-01-10"))),
            new Case(
                    "deferred",
                    "21=1000.00",
                    "0.00",
                    STOP,
                    it -> List.of(it.due("deferral", "2026-01-10", "2025-12-20"))));

    @Test
    @DisplayName("Cover follows each event on its day, delivered twice; parts add up, kept figures agree")
    void follows() {
        String policyId = desk.policyFor(SELLER);
        try (EventProbe probe = EventProbe.connect()) {
            for (Case each : CASES) {
                desk.limit(policyId, each.customer(), "1500.00", "2025-06-01");
                InvoiceIssued invoice = invoice(each.customer());
                Stream.concat(Stream.of(invoice), each.events().apply(Told.of(invoice)).stream())
                        .forEach(event -> sendTwice(probe, event));
            }
        }
        CASES.forEach(this::agrees);
        knowsTheFormerDueDay();
    }

    @Test
    @DisplayName("In whatever order they arrive, the end state is the same")
    void anyOrder() {
        Random random = new Random(11);
        for (int round = 0; round < 6; round++) {
            InvoiceIssued invoice = invoice("C-order-" + round + "-" + SELLER);
            Told told = Told.of(invoice);
            List<Consumer<Heard>> facts = new ArrayList<>(List.of(
                    heard -> ledger.issued(invoice, heard),
                    heard -> movements.allocated(told.paid("400.00"), heard),
                    heard -> movements.reversed(told.reversed("400.00", "0.00"), heard),
                    heard -> movements.credited(told.credited("2025-12-24", "300.00", "0.00"), heard),
                    heard -> movements.writtenOff(told.writtenOff("bookkeeping", "100.00"), heard),
                    heard -> ledger.dueDateChanged(told.due("correction", "2026-01-10", "2026-01-10"), heard)));
            Collections.shuffle(facts, random);
            facts.forEach(fact -> hear("2026-01-05", fact));

            desk.cover(invoice.customerId()).statusCode(200).body("outstanding.amount", equalTo("600.00"));
            assertThat(kept(invoice.customerId())).isEqualByComparingTo("600.00");
            assertThat(row(invoice)).isEqualTo("2026-01-10 2025-12-20 100.0000");
        }
    }

    @Test
    @DisplayName("Each instalment is a receivable of its own")
    void instalments() {
        String customer = "C-instalments-" + SELLER;
        InvoiceIssued first = Desk.invoice(customer, SELLER, "I1-1", "2025-12-10", "2025-12-20", "500.00");
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", first);
            probe.publish("demo", Desk.invoice(customer, SELLER, "I1-2", "2025-12-10", "2026-01-20", "500.00"));
            probe.publish("demo", Told.of(first).paid("500.00"));
        }
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer)
                        .statusCode(200)
                        .body("outstanding.amount", equalTo("500.00"))
                        .body("lines.invoiceNumber", equalTo(List.of("I1-2"))));
    }

    private static void sendTwice(EventProbe probe, Event event) {
        EventMessage message = probe.message("demo", event);
        message.send();
        message.send();
    }

    private void agrees(Case each) {
        await(each.name()).atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            JsonPath cover = covered(each.customer());
            assertThat(cover.getString("outstanding.amount")).isEqualTo(each.now());
            assertThat(cover.getString("stopOn")).isEqualTo(each.stopOn());
            assertThat(account(each.customer())).isEqualByComparingTo(each.account());
        });
        assertThat(kept(each.customer())).as(each.name()).isEqualByComparingTo(each.now());
        for (String[] day : each.days()) {
            JsonPath cover = covered(each.customer(), "asOf", "2025-12-" + day[0]);
            assertThat(cover.getString("outstanding.amount"))
                    .as(each.name() + " on " + day[0])
                    .isEqualTo(day[1]);
            assertThat(decimal(cover, "insured").add(decimal(cover, "uninsured")))
                    .isEqualByComparingTo(day[1]);
        }
    }

    /** As far as was known before a correction, the first day counted. */
    private void knowsTheFormerDueDay() {
        InvoiceIssued invoice = invoice("C-former-" + SELLER);
        hear("2026-01-04", heard -> ledger.issued(invoice, heard));
        hear(
                "2026-01-05",
                heard -> ledger.dueDateChanged(Told.of(invoice).due("correction", "2026-01-10", "2026-01-10"), heard));

        assertThat(covered(invoice.customerId()).getString("lines[0].dueOn")).isEqualTo("2026-01-10");
        assertThat(covered(invoice.customerId(), "knownAt", "2026-01-04").getString("lines[0].dueOn"))
                .isEqualTo("2025-12-20");
    }

    private static InvoiceIssued invoice(String customer) {
        return Desk.invoice(customer, SELLER, "F1", "2025-12-10", "2025-12-20", "1000.00");
    }

    private void hear(String businessDate, Consumer<Heard> fact) {
        Heard heard =
                new Heard(Ids.next(), Publisher.INVOICE, 1, LocalDate.parse(businessDate), Instant.now(), null, null);
        work.run("demo", () -> fact.accept(heard));
    }

    private JsonPath covered(String customer, Object... query) {
        return desk.cover(customer, query).statusCode(200).extract().jsonPath();
    }

    private static BigDecimal decimal(JsonPath cover, String figure) {
        return new BigDecimal(cover.getString(figure + ".amount"));
    }

    private BigDecimal kept(String customer) {
        return amount("select outstanding from customer_cover where tenant = ? and customer_id = ?", customer);
    }

    private BigDecimal account(String customer) {
        return amount("select coalesce(sum(amount), 0) from cash_entry where tenant = ? and customer_id = ?", customer);
    }

    private BigDecimal amount(String query, String customer) {
        return work.in(
                "demo",
                () -> sql.first(query, row -> row.getBigDecimal(1), "demo", customer)
                        .orElseThrow());
    }

    private String row(InvoiceIssued invoice) {
        return work.in(
                "demo",
                () -> sql.first(
                                "select due_on, first_due_on, claim_only from receivable"
                                        + " where tenant = ? and invoice_id = ?",
                                row -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)),
                                "demo",
                                invoice.invoiceId())
                        .orElseThrow());
    }
}
