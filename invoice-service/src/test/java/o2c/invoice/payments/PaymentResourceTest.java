package o2c.invoice.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.InvoiceSettled;
import o2c.contracts.Publisher;
import o2c.invoice.testing.Ledger;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A payment")
class PaymentResourceTest {

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("goes where the payer says; the rest stays his cash")
    void named() {
        ledger.issued("P-named", "P1-1", "30.00", "2026-01-01", "2026-01-31");
        String second = ledger.issued("P-named", "P1-2", "90.00", "2026-01-01", "2026-01-31");

        String id = ledger.pay(
                        "P-named",
                        "100.00",
                        "2026-01-05",
                        List.of(Ledger.part("P1-1", "30.00"), Ledger.part("P1-2", "60.00")))
                .statusCode(201)
                .body("unallocated.amount", equalTo("10.00"))
                .body("allocations.invoiceNumber", contains("P1-1", "P1-2"))
                .extract()
                .path("paymentId");

        ledger.get("/v1/payments/{id}", id)
                .statusCode(200)
                .body("amount.amount", equalTo("100.00"))
                .body("allocations.amount.amount", contains("30.00", "60.00"));
        ledger.get("/v1/invoices/{id}", second).body("outstanding", equalTo("30.00"));
        ledger.get("/v1/invoices?customerId=P-named&status=settled").body("items.invoiceNumber", contains("P1-1"));
    }

    @Test
    @DisplayName("without a word goes to the quoted invoice, then to what is due first")
    void orderOfLaw() {
        ledger.issued("P-law", "P2-A", "300.00", "2025-12-01", "2025-12-10");
        ledger.issued("P-law", "P2-B", "500.00", "2025-12-01", "2025-12-20");
        ledger.issued("P-law", "P2-C", "200.00", "2025-12-01", "2026-01-31");
        Map<String, Object> receipt = Ledger.receipt("P-law", "600.00", "2026-01-05");
        receipt.put("reference", "P2-C");

        ledger.pay(receipt)
                .statusCode(201)
                .body("allocations.invoiceNumber", contains("P2-C", "P2-A", "P2-B"))
                .body("allocations.amount.amount", contains("200.00", "300.00", "100.00"))
                .body("unallocated.amount", equalTo("0.00"));
    }

    @Test
    @DisplayName("of exactly one open amount goes there, also behind a long queue")
    void exactAmount() {
        for (int i = 1; i <= 5; i++) {
            ledger.issued("P-exact", "P3-" + i, "10" + i + ".00", "2025-12-0" + i, "2025-12-1" + i);
        }

        ledger.pay("P-exact", "104.00", "2026-01-05", List.of()).body("allocations.invoiceNumber", contains("P3-4"));
    }

    @Test
    @DisplayName("announces receipt, allocation and settlement in this order")
    void announced() {
        ledger.issued("P-events", "P4-1", "30.00", "2026-01-01", "2026-01-31");
        try (EventProbe probe = EventProbe.connect()) {
            ledger.pay("P-events", "30.00", "2026-01-05", List.of()).statusCode(201);

            probe.await(InvoiceSettled.class, event -> event.customerId().equals("P-events"));
            assertThat(probe.records()
                            .filter(record -> record.key().equals("demo|P-events"))
                            .map(record -> record.header("ce_type")))
                    .containsExactly(
                            Publisher.INVOICE.topic() + ".InvoiceIssued",
                            Publisher.INVOICE.topic() + ".PaymentReceived",
                            Publisher.INVOICE.topic() + ".PaymentAllocated",
                            Publisher.INVOICE.topic() + ".InvoiceSettled");
        }
    }

    @Test
    @DisplayName("that found nothing open can be allocated later")
    void later() {
        String id = ledger.pay("P-later", "50.00", "2026-01-02", List.of())
                .statusCode(201)
                .body("allocations", empty())
                .body("unallocated.amount", equalTo("50.00"))
                .extract()
                .path("paymentId");
        allocate(id, Map.of()).statusCode(422).body("code", equalTo("nothing-to-allocate"));
        ledger.issued("P-later", "P5-1", "20.00", "2026-01-03", "2026-02-02");

        allocate(id, Map.of("allocations", List.of(Ledger.part("P5-1", "15.00"))))
                .statusCode(201)
                .body("unallocated.amount", equalTo("35.00"));
        allocate(id, Map.of()).statusCode(201).body("unallocated.amount", equalTo("30.00"));
        ledger.get("/v1/payments/{id}", id).body("allocations[0].amount.amount", equalTo("20.00"));
        ledger.get("/v1/customers/P-later/statement?asOf=2026-01-04")
                .body("cash[0].unallocated.amount", equalTo("50.00"))
                .body("totals[0].total.amount", equalTo("-30.00"));
        ledger.get("/v1/customers/P-later/statement")
                .body("items", empty())
                .body("cash[0].unallocated.amount", equalTo("30.00"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "receivedOn,2026-01-06,422,date-in-future",
                "receivedOn,-,400,not-null",
                "customerId,a b,400,id-malformed",
                "sellerId,nobody,422,seller-unknown",
                "amount,0.00,422,amount-not-positive",
                "amount,-5.00,422,amount-not-positive"
            })
    @DisplayName("that cannot be is refused, names the field, and nothing is stored")
    void refused(String field, String value, int status, String code) {
        Map<String, Object> receipt = Ledger.receipt("P-refused", "10.00", "2026-01-05");
        receipt.put(field, field.equals("amount") ? Ledger.euros(value) : value);

        ledger.pay(receipt)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].pointer", containsString("/" + field));
        ledger.get("/v1/payments?customerId=P-refused").body("items", hasSize(0));
    }

    @ParameterizedTest(name = "{0} {1}: {2} at {3}")
    @CsvSource({
        "P6-1,30.01,payment-exceeds-outstanding,/allocations/0/amount",
        "P6-9,10.00,invoice-unknown,/allocations/0/invoiceNumber",
        "P6-1,0.00,amount-not-positive,/allocations/0/amount"
    })
    @DisplayName("whose word cannot be followed is refused whole")
    void allocationRefused(String number, String amount, String code, String pointer) {
        ledger.issue(Ledger.item("P-word", "P6-1", "30.00", "2026-01-01", "2026-01-31"));

        ledger.pay("P-word", "100.00", "2026-01-05", List.of(Ledger.part(number, amount)))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        ledger.get("/v1/payments?customerId=P-word").body("items", hasSize(0));
    }

    @Test
    @DisplayName("names its seller where the tenant has several; one seller goes without saying")
    void ambiguousSeller() {
        ledger.seller("S2");
        Map<String, Object> receipt = Ledger.receipt("P-seller", "10.00", "2026-01-05");
        receipt.remove("sellerId");

        ledger.pay(receipt)
                .statusCode(422)
                .body("code", equalTo("seller-ambiguous"))
                .body("errors[0].pointer", equalTo("/sellerId"));
        Ledger.of("other").pay(receipt).statusCode(201).body("sellerId", equalTo("S"));
    }

    @Test
    @DisplayName("sent twice under one key is booked once")
    void sentTwice() {
        var receipt = Ledger.receipt("P-twice", "10.00", "2026-01-05");
        String first = ledger.callWithKey("pay-once")
                .body(receipt)
                .post("/v1/payments")
                .asString();

        String again = ledger.callWithKey("pay-once")
                .body(receipt)
                .post("/v1/payments")
                .then()
                .header("Idempotent-Replayed", "true")
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        ledger.get("/v1/payments?customerId=P-twice").body("items", hasSize(1));
    }

    @Test
    @DisplayName("of another tenant is not there")
    void otherTenant() {
        String id = ledger.pay("P-fence", "10.00", "2026-01-05", List.of())
                .extract()
                .path("paymentId");
        Ledger other = Ledger.of("other");

        other.get("/v1/payments/{id}", id).statusCode(404).body("code", equalTo("payment-unknown"));
        other.call()
                .body(new HashMap<>())
                .post("/v1/payments/{id}/allocations", id)
                .then()
                .statusCode(404);
    }

    private ValidatableResponse allocate(String id, Map<String, ?> allocation) {
        return ledger.call()
                .body(allocation)
                .post("/v1/payments/{id}/allocations", id)
                .then();
    }
}
