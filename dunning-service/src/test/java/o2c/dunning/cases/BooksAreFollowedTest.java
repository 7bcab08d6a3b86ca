package o2c.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.DueDateChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.Opening;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.contracts.InvoiceEvent.PaidCharges;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventMessage;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Dunning follows the ledger's books")
class BooksAreFollowedTest {

    private static final String TENANT = "arrival";
    private static final LocalDate DUE = LocalDate.parse("2026-01-02");
    private static final LocalDate LATER = LocalDate.parse("2026-02-02");

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final Ledger ledger = new Ledger(TENANT);

    @AfterEach
    void close() {
        ledger.close();
    }

    /** What is announced about an invoice of 1000.00, and what dunning then makes of it: open, overdue, cash. */
    private record Case(String expected, Function<Item, List<Event>> facts) {}

    private Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        reversals(cases);
        discountsAndRefunds(cases);
        writeOffs(cases);
        credits(cases);
        dueDays(cases);
        return cases;
    }

    private void reversals(Map<String, Case> cases) {
        cases.put(
                "reversed",
                new Case(
                        "1000.00 false 0.00",
                        item -> List.of(
                                received(item, "1000.00"),
                                allocated(item, "1000.00", "0.00"),
                                settled(item),
                                reversed(item, "0", "1000.00"))));
        cases.put(
                "reversed-late",
                new Case(
                        "1000.00 true 0.00",
                        item -> List.of(
                                received(item, "1000.00"),
                                allocated(item, "1000.00", "0.00"),
                                settled(item),
                                reversed(item, "0", "1000.00"),
                                ledger.overdue(item, ledger.today().plusDays(1), true))));
        cases.put(
                "part-reversed",
                new Case(
                        "1000.00 true 0.00",
                        item -> List.of(
                                late(item),
                                received(item, "1000.00"),
                                allocated(item, "400.00", "600.00"),
                                reversed(item, "600.00", "400.00"))));
    }

    private void discountsAndRefunds(Map<String, Case> cases) {
        cases.put(
                "discount",
                new Case(
                        "0.00 false 0.00",
                        item -> List.of(
                                received(item, "980.00"),
                                allocated(item, "980.00", "20.00"),
                                discount(item),
                                settled(item))));
        cases.put(
                "discount-reversed",
                new Case(
                        "1000.00 false 0.00",
                        item -> List.of(
                                received(item, "980.00"),
                                allocated(item, "980.00", "20.00"),
                                discount(item),
                                settled(item),
                                reversed(item, "0", "1000.00"))));
        cases.put(
                "released",
                new Case(
                        "1000.00 true 60.00",
                        item -> List.of(
                                late(item),
                                received(item, "100.00"),
                                new CashReleased(
                                        item.id(),
                                        item.customer(),
                                        "S-1",
                                        "refund",
                                        eur("40.00"),
                                        eur("60.00"),
                                        ledger.today()))));
    }

    private void writeOffs(Map<String, Case> cases) {
        cases.put(
                "charges",
                new Case("1000.00 true 57.50", item -> List.of(late(item), received(item, "100.00"), charges(item))));
        cases.put(
                "waived",
                new Case("0.00 false 0.00", item -> List.of(late(item), writtenOff(item, "waived", "1000.00"))));
        cases.put(
                "composition",
                new Case(
                        "600.00 true 0.00",
                        item -> List.of(late(item), writtenOff(item, "settled-by-composition", "400.00"))));
        cases.put(
                "small",
                new Case(
                        "0.00 false 0.00",
                        item -> List.of(
                                received(item, "999.50"),
                                allocated(item, "999.50", "0.50"),
                                writtenOff(item, "small-difference", "0.50"),
                                settled(item))));
        cases.put(
                "bookkeeping",
                new Case("1000.00 true 0.00", item -> List.of(late(item), writtenOff(item, "bookkeeping", "1000.00"))));
        cases.put(
                "bookkeeping-paid",
                new Case(
                        "300.00 true 0.00",
                        item -> List.of(
                                late(item),
                                writtenOff(item, "bookkeeping", "300.00"),
                                received(item, "700.00"),
                                allocated(item, "700.00", "0.00"),
                                settled(item))));
    }

    private void credits(Map<String, Case> cases) {
        cases.put(
                "credited",
                new Case(
                        "0.00 false 500.00",
                        item -> List.of(late(item), credit(item, "1500.00", "1000.00", "500.00"), settled(item))));
        cases.put(
                "credit-set-off",
                new Case(
                        "700.00 true 0.00",
                        item -> List.of(
                                late(item),
                                credit(item, "300.00", null, "300.00"),
                                new CreditNoteAllocated(
                                        item.id(),
                                        item.customer(),
                                        "S-1",
                                        ledger.today(),
                                        part(item, "300.00", "700.00"),
                                        eur("0.00")))));
    }

    private void dueDays(Map<String, Case> cases) {
        cases.put(
                "deferred", new Case("1000.00 false 0.00", item -> List.of(late(item), due(item, "deferral", LATER))));
        cases.put(
                "corrected",
                new Case(
                        "1000.00 false 0.00",
                        item -> List.of(
                                late(item),
                                due(item, "correction", LATER),
                                new OverdueWithdrawn(
                                        item.id(),
                                        item.customer(),
                                        "S-1",
                                        item.number(),
                                        LATER,
                                        "due-date-corrected"))));
        cases.put(
                "corrected-late",
                new Case(
                        "1000.00 true 0.00",
                        item -> List.of(late(item), due(item, "correction", LocalDate.parse("2025-12-29")))));
    }

    @Test
    @DisplayName("by the same amounts, in whatever order it hears of them")
    void followed() {
        Map<String, Case> cases = cases();
        Map<String, Item> items = new LinkedHashMap<>();
        cases.forEach((name, one) -> {
            List<Event> facts = facts(items, name, one);
            facts.forEach(ledger::announce);
            List<Event> backwards = facts(items, name + "-backwards", one);
            Collections.reverse(backwards);
            backwards.forEach(ledger::announce);
        });

        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        items.forEach((name, item) -> {
            expected.put(name, cases.get(name.replace("-backwards", "")).expected);
            found.put(name, state(item));
        });
        assertThat(found).isEqualTo(expected);
        assertThat(firstReminder(items.get("deferred"))).isAfter(LATER);
        assertThat(firstReminder(items.get("corrected-backwards"))).isAfter(LATER);
        assertThat(firstReminder(items.get("corrected-late"))).isBefore(LATER);
    }

    @Test
    @DisplayName("once, when the ledger says it twice")
    void twice() {
        Item item = ledger.issue("twice", "twice", DUE, "1000.00");
        List<Event> facts = List.of(
                received(item, "1000.00"),
                allocated(item, "400.00", "600.00"),
                charges(item),
                due(item, "deferral", LATER),
                reversed(item, "557.50", "400.00"));
        long sequence = 1;
        for (Event fact : facts) {
            sequence++;
            EventMessage message = ledger.probe()
                    .message(TENANT, fact)
                    .businessDate(ledger.today())
                    .sequence(sequence);
            message.send();
            message.send();
        }

        ledger.get("/v1/invoices/{id}/plan?atLeast=invoice;twice;6", item.id())
                .then()
                .statusCode(200);
        assertThat(state(item)).isEqualTo("1000.00 false 0.00");
    }

    @Test
    @DisplayName("and goes on where the books that were taken over had left off")
    void takenOver() {
        Item item = item("taken");
        InvoiceIssued usual = ledger.issued(item);
        ledger.announce(late(item));
        ledger.announce(new InvoiceIssued(
                item.id(),
                item.customer(),
                "S-1",
                item.number(),
                usual.issuedOn(),
                DUE,
                DUE,
                item.total(),
                BigDecimal.ONE,
                usual.base(),
                null,
                null,
                null,
                null,
                null,
                "opening",
                new Opening(DUE, LATER, 2, DUE, null, eur("400.00"), LocalDate.parse("2026-01-09"), null)));

        JsonPath plan = ledger.get("/v1/invoices/{id}/plan", item.id()).jsonPath();

        assertThat(plan.getInt("steps[0].level")).isEqualTo(3);
        assertThat(plan.getString("steps[0].on")).isEqualTo(LATER.toString());
        assertThat(plan.getString("disputed.amount")).isEqualTo("400.00");
        assertThat(ledger.get("/v1/promises?customerId={c}", item.customer())
                        .jsonPath()
                        .getList("items.promisedOn"))
                .containsExactly("2026-01-09");
    }

    private List<Event> facts(Map<String, Item> items, String name, Case one) {
        Item item = item(name);
        items.put(name, item);
        List<Event> facts = new ArrayList<>();
        facts.add(ledger.issued(item));
        facts.addAll(one.facts.apply(item));
        return facts;
    }

    private static Item item(String name) {
        return new Item(Ids.next(), "F-" + name, "S-1", "F-" + name, DUE, eur("1000.00"));
    }

    private String state(Item item) {
        JsonPath plan = ledger.get("/v1/invoices/{id}/plan", item.id()).jsonPath();
        BigDecimal cash = work.in(
                TENANT,
                () -> sql.first(
                                "select amount from cash_on_account where tenant = ? and customer_id = ?",
                                row -> row.getBigDecimal(1),
                                TENANT,
                                item.customer())
                        .orElse(BigDecimal.ZERO));
        return plan.getString("open.amount") + " " + plan.getBoolean("overdue") + " " + cash.setScale(2);
    }

    private LocalDate firstReminder(Item item) {
        return LocalDate.parse(ledger.get("/v1/invoices/{id}/plan", item.id())
                .jsonPath()
                .getString("steps.find { it.level == 1 }.on"));
    }

    private Event late(Item item) {
        return ledger.overdue(item, ledger.today(), false);
    }

    private PaymentReceived received(Item item, String amount) {
        return new PaymentReceived(
                item.id(),
                item.customer(),
                "S-1",
                eur(amount),
                BigDecimal.ONE,
                eur(amount),
                ledger.today(),
                null,
                null);
    }

    private PaymentAllocated allocated(Item item, String amount, String outstanding) {
        return ledger.allocated(item, item.id(), amount, outstanding);
    }

    private PaymentReversed reversed(Item item, String unallocated, String again) {
        UUID payment = item.id();
        Money outstanding = item.total();
        return new PaymentReversed(
                payment,
                item.customer(),
                "S-1",
                item.total(),
                eur(unallocated),
                ledger.today(),
                "returned",
                List.of(new Allocation(item.id(), item.number(), eur(again), outstanding)),
                List.of());
    }

    private InvoiceSettled settled(Item item) {
        return new InvoiceSettled(item.id(), item.customer(), "S-1", item.number(), ledger.today(), 3);
    }

    private DiscountTaken discount(Item item) {
        return new DiscountTaken(
                item.id(), item.id(), item.customer(), "S-1", item.number(), eur("20.00"), eur("0.00"), ledger.today());
    }

    private LateChargesPaid charges(Item item) {
        return new LateChargesPaid(
                item.id(),
                item.customer(),
                "S-1",
                ledger.today(),
                ledger.today(),
                List.of(new PaidCharges(item.id(), item.number(), eur("40.00"), eur("2.50"), eur("0.00"))));
    }

    private InvoiceWrittenOff writtenOff(Item item, String kind, String amount) {
        Money outstanding = item.total().minus(eur(amount));
        return new InvoiceWrittenOff(
                Ids.next(),
                item.id(),
                item.customer(),
                "S-1",
                item.number(),
                kind,
                eur(amount),
                outstanding,
                ledger.today(),
                kind.equals("bookkeeping"));
    }

    private CreditNoteIssued credit(Item item, String amount, String ofInvoice, String open) {
        return new CreditNoteIssued(
                item.id(),
                item.customer(),
                "S-1",
                "C-" + item.number(),
                ledger.today(),
                ledger.today(),
                eur(amount),
                BigDecimal.ONE,
                eur(amount),
                ofInvoice == null ? List.of() : part(item, ofInvoice, "0.00"),
                eur(open));
    }

    private static List<Allocation> part(Item item, String amount, String outstanding) {
        return List.of(new Allocation(item.id(), item.number(), eur(amount), eur(outstanding)));
    }

    private DueDateChanged due(Item item, String kind, LocalDate dueOn) {
        return new DueDateChanged(
                item.id(),
                item.customer(),
                "S-1",
                item.number(),
                kind,
                DUE,
                dueOn,
                dueOn,
                kind.equals("deferral") ? DUE : dueOn);
    }

    private static Money eur(String amount) {
        return Money.padded(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
