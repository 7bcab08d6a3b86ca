package o2c.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.testkit.EventMessage;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Does the order of arrival matter")
class DoesOrderOfArrivalMatterTest {

    private static final LocalDate DUE = LocalDate.parse("2026-01-02");

    private final Ledger ledger = new Ledger("arrival");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("no: in all 120 orders of five facts the invoice and its plan end the same")
    void permutations() {
        Random random = new Random(7);
        List<Item> items = new ArrayList<>();
        for (List<Integer> order : orders(List.of(0, 1, 2, 3, 4))) {
            Item item = new Item(
                    Ids.next(), "A-" + items.size(), "S-1", "N-" + items.size(), DUE, Money.of("1000.00", "EUR"));
            items.add(item);
            UUID payment = Ids.next();
            List<Event> facts = List.of(
                    ledger.issued(item),
                    ledger.allocated(item, payment, "1000.00", "0.00"),
                    reversed(item, payment),
                    new InvoiceSettled(item.id(), item.customer(), "S-1", item.number(), ledger.today(), 3),
                    ledger.overdue(item, ledger.today().plusDays(1), true));
            List<Event> arriving =
                    new ArrayList<>(order.stream().map(facts::get).toList());
            arriving.add(random.nextInt(6), received(item, payment));
            arriving.forEach(ledger::announce);
        }

        Set<String> plans = new HashSet<>();
        for (Item item : items) {
            JsonPath plan = ledger.get("/v1/invoices/{id}/plan", item.id()).jsonPath();
            plans.add(plan.getString("open.amount") + plan.get("overdue") + plan.getList("steps.on"));
            ledger.get("/v1/cases/{c}", item.customer())
                    .then()
                    .body("open.amount", equalTo("1000.00"))
                    .body("overdue.amount", equalTo("1000.00"))
                    .body("balances[0].onAccount.amount", equalTo("0.00"));
        }
        assertThat(plans).hasSize(1);
        assertThat(plans.iterator().next()).startsWith("1000.00true[2026-01-06");
    }

    @Test
    @DisplayName("nor does an event that comes twice: it has one effect")
    void twice() {
        Item item = ledger.issue("A-twice", "N-twice", DUE, "1000.00");
        EventMessage allocation = ledger.probe()
                .message("arrival", ledger.allocated(item, Ids.next(), "400.00", "600.00"))
                .sequence(2);
        allocation.send();
        allocation.send();
        EventMessage overdue = ledger.probe()
                .message("arrival", ledger.overdue(item, ledger.today(), false))
                .sequence(3);
        overdue.send();
        overdue.send();

        ledger.get("/v1/invoices/{id}/plan?atLeast=invoice;A-twice;3", item.id())
                .then()
                .statusCode(200)
                .body("open.amount", equalTo("600.00"))
                .body("overdue", equalTo(true));
    }

    private PaymentReceived received(Item item, UUID payment) {
        return new PaymentReceived(
                payment,
                item.customer(),
                "S-1",
                item.total(),
                BigDecimal.ONE,
                item.total(),
                ledger.today(),
                null,
                null);
    }

    private PaymentReversed reversed(Item item, UUID payment) {
        return new PaymentReversed(
                payment,
                item.customer(),
                "S-1",
                item.total(),
                Money.of("0.00", "EUR"),
                ledger.today(),
                "returned",
                List.of(new Allocation(item.id(), item.number(), item.total(), item.total())),
                List.of());
    }

    private static List<List<Integer>> orders(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }
}
