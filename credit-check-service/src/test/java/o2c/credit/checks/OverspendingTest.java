package o2c.credit.checks;

import static o2c.credit.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import o2c.credit.Api;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Orders that come at once never spend more than the limit")
class OverspendingTest {

    private static final int THREADS = 16;
    private static final int ORDERS_EACH = 6;

    @Test
    void ofSixteenAtATime() throws Exception {
        String id = Api.customerWithLimit("10000.00");
        ExecutorService clerks = Executors.newFixedThreadPool(THREADS);
        List<Future<List<String>>> answers = IntStream.range(0, THREADS)
                .mapToObj(clerk -> clerks.submit(() -> IntStream.range(0, ORDERS_EACH)
                        .mapToObj(order -> Api.check(id, "order", "O-" + clerk + "-" + order, "150.00")
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("verdict"))
                        .toList()))
                .toList();
        long approved = 0;
        long partly = 0;
        for (Future<List<String>> answer : answers) {
            approved += answer.get().stream().filter("approved"::equals).count();
            partly += answer.get().stream()
                    .filter("approved-with-prepayment"::equals)
                    .count();
        }
        clerks.shutdown();

        assertThat(approved).isEqualTo(66);
        assertThat(partly).isEqualTo(THREADS * ORDERS_EACH - 66);
        get("/v1/customers/" + id + "/exposure")
                .body("reservedOrders.amount", equalTo("10000.00"))
                .body("available.amount", equalTo("0.00"));
        get("/v1/customers/" + id + "/exposure?asOf=" + Api.today()).body("total.amount", equalTo("10000.00"));
    }

    @Test
    void ofTheSameOrderCheckedManyTimesAtOnce() throws Exception {
        String id = Api.customerWithLimit("10000.00");
        ExecutorService clerks = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> answers = IntStream.range(0, THREADS)
                .mapToObj(clerk -> clerks.submit(
                        () -> Api.check(id, "order", "O1", "9000.00").statusCode()))
                .toList();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(201);
        }
        clerks.shutdown();

        get("/v1/customers/" + id + "/exposure").body("reservedOrders.amount", equalTo("9000.00"));
    }
}
