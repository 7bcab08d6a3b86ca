package o2c.dunning;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.contracts.CreditEvent.Personal;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.SellerRegistered;
import o2c.contracts.Publisher;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;

/**
 * Stands in for the other services and for a caller, for one tenant: announces what a ledger would, opens days as the
 * test clock would, and asks dunning-service over REST, waiting for what was announced.
 */
public final class Ledger implements AutoCloseable {

    /** An invoice of this ledger. */
    public record Item(UUID id, String customer, String seller, String number, LocalDate dueOn, Money total) {}

    private static final Map<String, Long> SEQUENCES = new HashMap<>();
    private static final Map<String, LocalDate> DAYS = new HashMap<>();

    private final String tenant;
    private EventProbe probe;
    private final List<Item> unpaid = new ArrayList<>();
    private final Map<String, String> waitedFor = new HashMap<>();

    public Ledger(String tenant) {
        this.tenant = tenant;
        DAYS.putIfAbsent(tenant, LocalDate.parse(SuiteServers.FIRST_DAY));
    }

    /** Connects when first needed: test classes make more of these than they use. */
    public EventProbe probe() {
        if (probe == null) {
            probe = EventProbe.connect();
        }
        return probe;
    }

    public LocalDate today() {
        return DAYS.get(tenant);
    }

    public void seller(String sellerId, String name) {
        announce(new SellerRegistered(sellerId, name, "NL", "EUR", "Europe/Amsterdam"));
    }

    public void customer(String customerId, String name, String language) {
        announce(new CustomerRegistered(
                customerId, "NL", "business", null, null, language, new Personal(name, null, null, null, List.of())));
    }

    public Item issue(String customer, String number, LocalDate dueOn, String total) {
        return issue(customer, "S-1", number, dueOn, Money.of(total, "EUR"));
    }

    public Item issue(String customer, String seller, String number, LocalDate dueOn, Money total) {
        Item item = new Item(Ids.next(), customer, seller, number, dueOn, total);
        announce(issued(item));
        unpaid.add(item);
        return item;
    }

    public InvoiceIssued issued(Item item) {
        return new InvoiceIssued(
                item.id,
                item.customer,
                item.seller,
                item.number,
                today(),
                item.dueOn,
                item.dueOn,
                item.total,
                BigDecimal.ONE,
                Money.padded(item.total.amount(), Currency.getInstance("EUR")),
                null,
                null,
                null);
    }

    /** Money comes in and is set against the invoice; what stays open is told by the caller. */
    public void pay(Item item, String amount, String outstanding) {
        UUID paymentId = receive(item.customer, amount);
        announce(allocated(item, paymentId, amount, outstanding));
        if (new BigDecimal(outstanding).signum() == 0) {
            unpaid.remove(item);
            announce(new InvoiceSettled(item.id, item.customer, item.seller, item.number, today(), 0));
        }
    }

    public UUID receive(String customer, String amount) {
        UUID paymentId = Ids.next();
        Money money = Money.of(amount, "EUR");
        announce(new PaymentReceived(paymentId, customer, "S-1", money, BigDecimal.ONE, money, today(), null, null));
        return paymentId;
    }

    public PaymentAllocated allocated(Item item, UUID paymentId, String amount, String outstanding) {
        return new PaymentAllocated(
                paymentId,
                item.customer,
                item.seller,
                today(),
                today(),
                List.of(new Allocation(item.id, item.number, Money.of(amount, "EUR"), Money.of(outstanding, "EUR"))));
    }

    public PaymentOverdue overdue(Item item, LocalDate day, boolean reopened) {
        return new PaymentOverdue(
                item.id, item.customer, item.seller, item.number, item.dueOn, item.dueOn, day, item.total, reopened);
    }

    /** Opens days one by one, declaring overdue first what fell overdue on them. */
    public void openUntil(LocalDate day) {
        while (today().isBefore(day)) {
            LocalDate next = today().plusDays(1);
            unpaid.stream()
                    .filter(item -> item.dueOn.plusDays(1).equals(next))
                    .forEach(item -> announce(overdue(item, next, false), next));
            settle();
            post("/v1/business-days", Map.of("date", next.toString()), "dunning:read", "operate")
                    .statusCode(200);
            DAYS.put(tenant, next);
        }
    }

    public void openNext() {
        openUntil(today().plusDays(1));
    }

    /** Announces a fact of another service on the business day of today. */
    public void announce(Event event) {
        announce(event, today());
    }

    private void announce(Event event, LocalDate businessDate) {
        probe().message(tenant, event).businessDate(businessDate).send();
        String publisher = Publisher.of(event).key();
        String customer = event.customerId() == null ? "" : event.customerId();
        long sequence = SEQUENCES.merge(tenant + publisher + customer, 1L, Long::sum);
        if (!customer.isEmpty()) {
            waitedFor.put(publisher + customer, publisher + ";" + customer + ";" + sequence);
        }
    }

    /** Waits until dunning-service has heard all that was announced. */
    public void settle() {
        waitedFor
                .values()
                .forEach(position -> await().atMost(Duration.ofSeconds(20))
                        .until(() -> as("dunning:read")
                                        .queryParam("atLeast", position)
                                        .get("/v1/strategies")
                                        .statusCode()
                                == 200));
        waitedFor.clear();
    }

    /** Reads as of all that was announced. */
    public Response get(String path, Object... params) {
        settle();
        return as("dunning:read").get(path, params);
    }

    public ValidatableResponse post(String path, Object body, String... scopes) {
        settle();
        return as(scopes)
                .header("Idempotency-Key", Ids.next().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    public RequestSpecification as(String... scopes) {
        return given().auth().oauth2(Tokens.of(tenant, scopes));
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
