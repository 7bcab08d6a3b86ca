package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import o2c.contracts.Publisher;
import o2c.suite.reconcile.Reconciliation;
import o2c.suite.rest.Crew;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One story over REST, day by day: Acme pays late and contests an invoice, Brouwer never pays. */
@ExtendWith(WholeSuite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The diary of collecting a debt")
class CollectingDebtDiaryTest {

    private static final LocalDate DAY_0 = LocalDate.parse("2026-01-05");
    private static final LocalDate DUE = DAY_0.plusDays(30);

    private static Desk desk;
    private static String acmeFirst;
    private static String acmeSecond;
    private static String brouwers;
    private static List<JsonNode> plan;

    @BeforeAll
    static void register() {
        desk = new Desk("diary");
        desk.put(Publisher.INVOICE, "/v1/sellers/fietsen", """
                {"name":"Fietsen BV","country":"NL","currency":"EUR","timeZone":"Europe/Amsterdam"}""");
        desk.put(Publisher.POLICY, "/v1/policies/2026", """
                {"validFrom":"2026-01-01","validTo":"2026-12-31","currency":"EUR","insuredPercentage":"90.00",
                 "extensionPeriod":{"value":60,"unit":"days"},"reportDays":30}""");
        for (String customer : List.of("acme", "brouwer")) {
            desk.put(Publisher.CREDIT, "/v1/customers/" + customer, """
                    {"name":"%s BV","country":"NL","kind":"business"}""".formatted(customer));
            desk.post(Publisher.CREDIT, "/v1/customers/" + customer + "/credit-limit-requests", """
                    {"amount":{"amount":"5000.00","currency":"EUR"},"validFrom":"2026-01-01","reason":"new"}""");
            String limit = desk.post(Publisher.POLICY, "/v1/limits", """
                    {"policyId":"2026","customerId":"%s","amount":{"amount":"2000.00","currency":"EUR"},
                     "effectiveFrom":"2026-01-01"}""".formatted(customer))
                    .path("limitId")
                    .asText();
            desk.post(Publisher.POLICY, "/v1/limits/" + limit + "/decision", """
                    {"decision":"granted","amount":{"amount":"2000.00","currency":"EUR"},"reason":"known"}""");
        }
    }

    @Test
    @Order(0)
    @DisplayName("day 0: an order is approved and reserved; its invoice takes the reservation's place")
    void issued() {
        JsonNode check = desk.check("acme", "ord-1", "1210.00");
        assertThat(check.path("verdict").asText()).isEqualTo("approved");
        JsonNode before = desk.read(Publisher.CREDIT, "/v1/customers/acme/exposure");
        assertThat(amount(before.path("reservedOrders"))).isEqualByComparingTo("1210.00");

        acmeFirst = desk.issue("acme", "INV-1", "1210.00", DUE, "ord-1");
        acmeSecond = desk.issue("acme", "INV-2", "605.00", DUE, null);
        brouwers = desk.issue("brouwer", "INV-9", "100.00", DUE, null);

        JsonNode exposure = desk.readLatest(Publisher.CREDIT, "/v1/customers/acme/exposure", "acme");
        assertThat(amount(exposure.path("openInvoices"))).isEqualByComparingTo("1815.00");
        assertThat(amount(exposure.path("reservedOrders"))).isEqualByComparingTo("0.00");
        JsonNode cover = desk.readLatest(Publisher.POLICY, "/v1/customers/acme/cover", "acme");
        assertThat(amount(cover.path("outstanding"))).isEqualByComparingTo("1815.00");
        assertThat(amount(cover.path("insured"))).isEqualByComparingTo("1633.50");
    }

    @Test
    @Order(1)
    @DisplayName("before the due day: one courtesy, on the plan's day")
    void courtesy() {
        plan = items(desk.readLatest(Publisher.DUNNING, "/v1/invoices/" + acmeFirst + "/plan", "acme")
                .path("steps"));
        assertThat(plan).extracting(step -> step.path("level").asInt()).startsWith(0, 1, 2);
        LocalDate courtesyOn = on(0);
        assertThat(courtesyOn).isBefore(DUE);
        desk.advance(courtesyOn.minusDays(1));
        assertThat(stepsOf(acmeFirst)).isEmpty();
        desk.advance(DUE);
        assertThat(stepsOf(acmeFirst)).containsExactly("0 on " + courtesyOn);
        assertThat(desk.events(Publisher.INVOICE, "PaymentOverdue")).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("day 31: overdue, told once for each invoice")
    void overdue() {
        desk.advance(DUE.plusDays(2));
        assertThat(desk.events(Publisher.INVOICE, "PaymentOverdue"))
                .extracting(event -> event.path("data").path("invoiceNumber").asText() + " "
                        + event.path("data").path("overdueOn").asText())
                .containsExactlyInAnyOrder(
                        "INV-1 " + DUE.plusDays(1), "INV-2 " + DUE.plusDays(1), "INV-9 " + DUE.plusDays(1));
    }

    @Test
    @Order(3)
    @DisplayName("a dispute stops its part: the reminder asks for the other invoice alone")
    void dispute() {
        desk.post(Publisher.DUNNING, "/v1/disputes", """
                {"sellerId":"fietsen","invoiceNumber":"INV-2","amount":{"amount":"605.00","currency":"EUR"},
                 "code":"quality","text":"two wheels are bent"}""");
        desk.advance(on(1));
        assertThat(stepsOf(acmeFirst)).contains("1 on " + on(1));
        assertThat(stepsOf(acmeSecond)).hasSize(1);
        assertThat(desk.events(Publisher.DUNNING, "ReminderSent").stream()
                        .map(event -> event.path("data"))
                        .filter(data -> data.path("customerId").asText().equals("acme")
                                && data.path("level").asInt() == 1))
                .singleElement()
                .satisfies(data -> assertThat(amount(data.path("amount"))).isEqualByComparingTo("1210.00"));
    }

    @Test
    @Order(4)
    @DisplayName("paid: settled, and no further step")
    void paid() {
        LocalDate paidOn = on(1).plusDays(1);
        desk.advance(paidOn);
        desk.post(Publisher.INVOICE, "/v1/payments", """
                {"customerId":"acme","sellerId":"fietsen","amount":{"amount":"1210.00","currency":"EUR"},
                 "receivedOn":"%s","allocations":[{"sellerId":"fietsen","invoiceNumber":"INV-1",
                   "amount":{"amount":"1210.00","currency":"EUR"}}]}""".formatted(paidOn));
        assertThat(desk.read(Publisher.INVOICE, "/v1/invoices/" + acmeFirst)
                        .path("status")
                        .asText())
                .isEqualTo("settled");
        assertThat(amount(desk.readLatest(Publisher.CREDIT, "/v1/customers/acme/exposure", "acme")
                        .path("openInvoices")))
                .isEqualByComparingTo("605.00");
        assertThat(amount(desk.readLatest(Publisher.POLICY, "/v1/customers/acme/cover", "acme")
                        .path("outstanding")))
                .isEqualByComparingTo("605.00");
        desk.advance(on(2).plusDays(1));
        assertThat(stepsOf(acmeFirst)).hasSize(2);
        assertThat(stepsOf(brouwers)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(5)
    @DisplayName("60 days after the due day of what Brouwer never paid: cover stops, and so does the next order")
    void coverStops() {
        LocalDate stopOn = DUE.plusDays(61);
        assertThat(desk.read(Publisher.POLICY, "/v1/customers/brouwer/cover")
                        .path("stopOn")
                        .asText())
                .isEqualTo(stopOn.toString());
        desk.advance(stopOn.minusDays(1));
        assertThat(coverStopsOf("brouwer")).isEmpty();
        desk.advance(stopOn);
        assertThat(coverStopsOf("brouwer")).containsExactly(stopOn.toString());
        JsonNode check = desk.check("brouwer", "ord-9", "50.00");
        assertThat(check.path("verdict").asText()).isNotEqualTo("approved");
        assertThat(items(check.path("reasons")))
                .extracting(reason -> reason.path("code").asText())
                .contains("cover-stopped");
    }

    @Test
    @Order(6)
    @DisplayName("in the end all four services agree, nothing is parked, and the audit trail is whole")
    void agree() {
        desk.awaitRest();
        try (Crew crew = new Crew(2)) {
            Reconciliation result = Reconciliation.of("diary", "", desk.rest(), crew);
            assertThat(result.isFine()).as(result.text()).isTrue();
            assertThat(result.accounts()).isEqualTo(2);
        }
    }

    @Test
    @Order(7)
    @DisplayName("for another tenant nothing of this exists, in any service")
    void nothingForOthers() {
        Desk stranger = new Desk("other");
        String check = desk.check("acme", "ord-2", "10.00").path("checkId").asText();
        Map<Publisher, List<String>> own = Map.of(
                Publisher.INVOICE,
                List.of(
                        "/v1/invoices/" + acmeFirst,
                        "/v1/payments/" + firstOf(Publisher.INVOICE, "/v1/payments", "paymentId"),
                        "/v1/sellers/fietsen",
                        "/v1/jobs/" + desk.lastJob(),
                        "/v1/customers/acme/statement"),
                Publisher.CREDIT,
                List.of("/v1/customers/acme", "/v1/customers/acme/exposure", "/v1/credit-checks/" + check),
                Publisher.DUNNING,
                List.of(
                        "/v1/cases/acme",
                        "/v1/invoices/" + acmeSecond + "/plan",
                        "/v1/disputes/" + firstOf(Publisher.DUNNING, "/v1/disputes", "disputeId"),
                        "/v1/messages/" + firstOf(Publisher.DUNNING, "/v1/messages", "messageId")),
                Publisher.POLICY,
                List.of(
                        "/v1/policies/2026",
                        "/v1/limits/" + firstOf(Publisher.POLICY, "/v1/limits", "limitId"),
                        "/v1/customers/acme/cover"));
        own.forEach((service, paths) -> paths.forEach(path -> {
            assertThat(desk.statusOf(service, path)).as("own " + path).isEqualTo(200);
            assertThat(stranger.statusOf(service, path)).as(path).isEqualTo(404);
        }));
    }

    private static String firstOf(Publisher service, String list, String id) {
        return items(desk.read(service, list).path("items")).get(0).path(id).asText();
    }

    private static LocalDate on(int level) {
        return plan.stream()
                .filter(step -> step.path("level").asInt() == level)
                .map(step -> LocalDate.parse(step.path("on").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> stepsOf(String invoiceId) {
        return desk.events(Publisher.DUNNING, "StepTaken").stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("invoiceId").asText().equals(invoiceId))
                .map(data -> data.path("level").asText() + " on "
                        + data.path("takenOn").asText())
                .toList();
    }

    private static List<String> coverStopsOf(String customer) {
        return desk.events(Publisher.POLICY, "CoverStopped").stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("customerId").asText().equals(customer))
                .map(data -> data.path("stopOn").asText())
                .toList();
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0"));
    }
}
