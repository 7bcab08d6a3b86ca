package o2c.suite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import o2c.contracts.Publisher;
import o2c.suite.rest.StubSuite.Call;
import o2c.suite.rest.StubSuite.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When is a call tried again?")
class WhenIsACallTriedAgainTest {

    private static final Reply DONE = new Reply(201, "{\"invoiceId\":\"1\"}");

    @TempDir
    Path data;

    @ParameterizedTest(name = "{0}, Retry-After {1}: {2} calls")
    @CsvSource({"503, false, 3", "409, true, 3", "422, true, 3", "409, false, 1", "422, false, 1", "500, true, 1"})
    void theAnswerSaysWhether(int status, boolean retryAfter, int calls) throws IOException {
        AtomicInteger made = new AtomicInteger();
        Reply notNow = new Reply(status, "{\"code\":\"x\"}", retryAfter ? Map.of("Retry-After", "1") : Map.of());
        try (StubSuite stub = new StubSuite(data, call -> made.incrementAndGet() < 3 ? notNow : DONE)) {
            post(stub, Duration.ofSeconds(10));
            assertThat(stub.calls()).hasSize(calls).extracting(Call::key).containsOnly("k");
        }
    }

    @Test
    @DisplayName("patience ends, and then one sentence says what had no answer")
    void patienceEnds() throws IOException {
        try (StubSuite stub = new StubSuite(data, call -> new Reply(503, "{\"code\":\"database-away\"}"))) {
            assertThatThrownBy(() -> post(stub, Duration.ofMillis(300)))
                    .isInstanceOf(CannotGoOn.class)
                    .hasMessage("POST /v1/invoices of invoice-service had no answer for 0 s (503 database-away).");
        }
    }

    @Test
    @DisplayName("a suite that does not run is one sentence too")
    void nobodyThere() throws IOException {
        StubSuite stub = new StubSuite(data, call -> DONE);
        stub.close();
        assertThatThrownBy(() -> RunningSuite.on(data))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("deploy/up --background starts the suite.");
        assertThatThrownBy(() -> RunningSuite.on(data.resolve("elsewhere")))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageStartingWith("No suite runs on ");
    }

    private static Answer post(StubSuite stub, Duration patience) {
        Rest rest = Rest.as(RunningSuite.on(stub.data()), "demo-admin", new Patience(patience, () -> false));
        return rest.post(Publisher.INVOICE, "/v1/invoices", "k", Map.of("total", "1.00"));
    }
}
