package o2c.invoice.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Payments that come at once")
class PaymentsAtOnceTest {

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("leave no cash unallocated while an invoice is open")
    void noCashIsLeftBehind() throws Exception {
        for (int round = 0; round < 8; round++) {
            String customer = "AO-" + round;
            ledger.issued(customer, customer + "-A", "100.00", "2025-12-01", "2025-12-31");
            ledger.issued(customer, customer + "-B", "70.00", "2025-12-02", "2026-01-01");
            List<JsonPath> answers = atOnce(2, () -> pay(customer, "60.00"));
            assertThat(answers)
                    .extracting(answer -> answer.getString("unallocated.amount"))
                    .containsOnly("0.00");
            ledger.get("/v1/customers/{c}/statement", customer).body("totals[0].total.amount", equalTo("50.00"));
        }
    }

    @Test
    @DisplayName("and reversals of them, on one invoice from sixteen callers, never leave it wrong or below zero")
    void oneInvoice() throws Exception {
        String id = ledger.issued("AO-one", "AO-one", "100.00", "2025-12-01", "2025-12-31");
        List<JsonPath> answers = atOnce(16, () -> pay("AO-one", "10.00"));
        assertThat(sum(answers)).isEqualByComparingTo("60.00");
        ledger.get("/v1/invoices/{id}", id).body("outstanding", equalTo("0.00")).body("status", equalTo("settled"));
        List<String> paid = answers.stream()
                .map(answer -> answer.getString("paymentId"))
                .limit(8)
                .toList();
        List<Callable<JsonPath>> mixed = new ArrayList<>();
        paid.forEach(payment -> mixed.add(() -> ledger.call()
                .body(Map.of("reason", "returned"))
                .post("/v1/payments/{id}/reversals", payment)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()));
        for (int i = 0; i < 8; i++) {
            mixed.add(() -> pay("AO-one", "5.00"));
        }
        run(mixed);
        JsonPath statement =
                ledger.get("/v1/customers/AO-one/statement").extract().jsonPath();
        assertThat(new BigDecimal(statement.getString("totals[0].total.amount")))
                .isEqualByComparingTo("-20.00");
        ledger.get("/v1/payments?customerId=AO-one&limit=200")
                .body("items.findAll { it.status == 'reversed' }.size()", equalTo(8))
                .body("items.findAll { it.unallocated.amount.startsWith('-') }.size()", equalTo(0));
        BigDecimal outstanding =
                new BigDecimal(ledger.get("/v1/invoices/{id}", id).extract().<String>path("outstanding"));
        assertThat(outstanding).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
    }

    private JsonPath pay(String customer, String amount) {
        return ledger.pay(customer, amount, "2026-01-05", List.of())
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static BigDecimal sum(List<JsonPath> answers) {
        return answers.stream()
                .map(answer -> new BigDecimal(answer.getString("unallocated.amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<JsonPath> atOnce(int callers, Callable<JsonPath> call) throws Exception {
        List<Callable<JsonPath>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(call);
        }
        return run(calls);
    }

    private static List<JsonPath> run(List<Callable<JsonPath>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<JsonPath> answers = new ArrayList<>();
            for (Future<JsonPath> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
