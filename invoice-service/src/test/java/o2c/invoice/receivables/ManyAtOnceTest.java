package o2c.invoice.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("What sixteen do at once to one invoice")
class ManyAtOnceTest {

    private static final int THREADS = 16;
    private static final int TURNS = 6;
    private static final String CUSTOMER = "Once";

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("never makes it wrong: what is open is what it was for, less all that was paid and credited")
    void neverWrong() throws Exception {
        String id = ledger.issued(CUSTOMER, "MO-1", "150.00", "2026-01-02", "2026-02-01");

        List<Integer> answers = all(IntStream.range(0, THREADS)
                .<Callable<List<Integer>>>mapToObj(thread -> () -> turns(id, thread))
                .toList());

        assertThat(answers).allMatch(status -> status == 201 || status == 422);
        assertThat(answers).contains(201);
        JsonPath invoice = ledger.get("/v1/invoices/{id}", id).extract().jsonPath();
        BigDecimal open = new BigDecimal(invoice.getString("outstanding"));
        BigDecimal taken = sum("/v1/payments?limit=200&customerId=" + CUSTOMER)
                .add(sum("/v1/credit-notes?limit=200&customerId=" + CUSTOMER));
        assertThat(open.signum()).isNotNegative();
        assertThat(open.add(taken)).isEqualByComparingTo("150.00");
        JsonPath steps = ledger.get("/v1/invoices/{id}/history", id).extract().jsonPath();
        BigDecimal entries = steps.<String>getList("items.findAll { it.kind == 'entry' }.amount").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(entries).as("the books say the same").isEqualByComparingTo(open);
    }

    private List<Integer> turns(String invoiceId, int thread) {
        Random random = new Random(thread);
        List<Integer> answers = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            String amount = 1 + random.nextInt(9) + ".00";
            if (random.nextInt(3) == 0) {
                String number = "CN-MO-" + thread + "-" + turn;
                Map<String, Object> credit =
                        Map.of("creditNoteNumber", number, "issuedOn", "2026-01-05", "amount", Ledger.euros(amount));
                answers.add(ledger.post(credit, "/v1/invoices/{id}/credit-notes", invoiceId)
                        .extract()
                        .statusCode());
            } else {
                ExtractableResponse<Response> paid = ledger.pay(
                                CUSTOMER, amount, "2026-01-05", List.of(Ledger.part("MO-1", amount)))
                        .extract();
                answers.add(paid.statusCode());
                if (paid.statusCode() == 201 && random.nextBoolean()) {
                    answers.add(ledger.post(
                                    Map.of("reason", "returned"),
                                    "/v1/payments/{id}/reversals",
                                    paid.path("paymentId").toString())
                            .extract()
                            .statusCode());
                }
            }
        }
        return answers;
    }

    private static List<Integer> all(List<Callable<List<Integer>>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<List<Integer>> one : threads.invokeAll(calls)) {
                answers.addAll(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What payments or credit notes have set against invoices. */
    private BigDecimal sum(String list) {
        return ledger
                .get(list)
                .extract()
                .jsonPath()
                .<String>getList("items.allocations.amount.amount.flatten()")
                .stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
