package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
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

/** Whatever happens to money and claims, the services tell the same figures the same day. */
@ExtendWith(WholeSuite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The diary of money that comes and goes")
class MoneyComesAndGoesDiaryTest {

    private static Desk desk;
    private static LocalDate day0;
    private static String second;
    private static String third;
    private static String bounced;
    private static String large;

    @BeforeAll
    static void register() {
        desk = new Desk("books");
        day0 = desk.today();
        desk.put(Publisher.INVOICE, "/v1/sellers/fietsen", """
                {"name":"Fietsen BV","country":"NL","currency":"EUR","timeZone":"Europe/Amsterdam"}""");
        desk.put(Publisher.CREDIT, "/v1/customers/coolen", """
                {"name":"Coolen BV","country":"NL","kind":"business"}""");
        desk.issue("coolen", "A", "1000.00", day0.plusDays(30), null);
        second = desk.issue("coolen", "B", "500.00", day0.plusDays(30), null);
        third = desk.issue("coolen", "C", "300.00", day0.plusDays(30), null);
    }

    @Test
    @Order(0)
    @DisplayName("a payment settles what it names")
    void paid() {
        bounced = pay("300.00", """
                ,"allocations":[{"sellerId":"fietsen","invoiceNumber":"C",
                 "amount":{"amount":"300.00","currency":"EUR"}}]""");
        owes("1500.00", "0.00");
    }

    @Test
    @Order(1)
    @DisplayName("returned by the bank, the invoice is owed again")
    void reversed() {
        desk.post(Publisher.INVOICE, "/v1/payments/" + bounced + "/reversals", """
                {"reason":"returned"}""");
        assertThat(desk.read(Publisher.INVOICE, "/v1/invoices/" + third)
                        .path("status")
                        .asText())
                .isEqualTo("open");
        owes("1800.00", "0.00");
    }

    @Test
    @Order(2)
    @DisplayName("a credit note lowers its invoice")
    void credited() {
        desk.post(Publisher.INVOICE, "/v1/invoices/" + second + "/credit-notes", """
                {"creditNoteNumber":"CN-1","issuedOn":"%s","amount":{"amount":"100.00","currency":"EUR"},
                 "reason":"a wheel came back"}""".formatted(day0));
        owes("1700.00", "0.00");
    }

    @Test
    @Order(3)
    @DisplayName("what is paid too much stays the customer's, and a part of it goes back to him")
    void refunded() {
        large = pay("2000.00", "");
        owes("0.00", "300.00");
        desk.post(Publisher.INVOICE, "/v1/payments/" + large + "/refunds", """
                {"amount":{"amount":"100.00","currency":"EUR"}}""");
        owes("0.00", "200.00");
    }

    @Test
    @Order(4)
    @DisplayName("allocated three days later, the days between still show it as cash")
    void later() {
        desk.issue("coolen", "D", "150.00", day0.plusDays(60), null);
        desk.advance(day0.plusDays(3));
        desk.post(Publisher.INVOICE, "/v1/payments/" + large + "/allocations", "{}");
        owes("0.00", "50.00");
        agreeOn(day0);
        agreeOn(day0.plusDays(2));
        agreeOn(day0.plusDays(3));
    }

    private static String pay(String amount, String more) {
        return desk.post(Publisher.INVOICE, "/v1/payments", """
                {"customerId":"coolen","sellerId":"fietsen","amount":{"amount":"%s","currency":"EUR"},
                 "receivedOn":"%s"%s}""".formatted(amount, desk.today(), more))
                .path("paymentId")
                .asText();
    }

    /** All three books say so, and so does every kept figure beside its entries. */
    private static void owes(String outstanding, String cash) {
        desk.awaitRest();
        JsonNode exposure = desk.read(Publisher.CREDIT, "/v1/customers/coolen/exposure");
        assertThat(amount(exposure.path("openInvoices"))).isEqualByComparingTo(outstanding);
        assertThat(amount(exposure.path("unallocatedCash"))).isEqualByComparingTo(cash);
        assertThat(amount(desk.read(Publisher.POLICY, "/v1/customers/coolen/cover")
                        .path("outstanding")))
                .isEqualByComparingTo(outstanding);
        try (Crew crew = new Crew(2)) {
            Reconciliation result = Reconciliation.of("books", "", desk.rest(), crew);
            assertThat(result.isFine()).as(result.text()).isTrue();
        }
    }

    private static void agreeOn(LocalDate day) {
        BigDecimal owed = amount(desk.read(Publisher.CREDIT, "/v1/customers/coolen/exposure?asOf=" + day)
                .path("openInvoices"));
        assertThat(amount(desk.read(Publisher.POLICY, "/v1/customers/coolen/cover?asOf=" + day)
                        .path("outstanding")))
                .as("cover of " + day)
                .isEqualByComparingTo(owed);
        JsonNode group = desk.read(
                        Publisher.INVOICE, "/v1/receivables/ageing?groupBy=customer&asOf=" + day)
                .path("groups")
                .path(0);
        assertThat(group.isMissingNode() ? BigDecimal.ZERO : amount(group.path("total")))
                .as("ageing of " + day)
                .isEqualByComparingTo(owed);
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.isObject() ? money.path("amount").asText() : money.asText("0"));
    }
}
