package o2c.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.StubSuite;
import o2c.suite.rest.StubSuite.Call;
import o2c.suite.rest.StubSuite.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Where does a replay go on?")
class WhereDoesAReplayGoOnTest {

    @TempDir
    Path data;

    private Path ledger;
    private final AtomicReference<LocalDate> today = new AtomicReference<>(LocalDate.parse("2026-01-05"));
    private volatile String refused = "nothing";

    @BeforeEach
    void makeLedger() throws IOException {
        ledger = data.resolve("ledger.csv");
        Files.writeString(ledger, LedgerMaker.csv(LedgerMaker.items(3, 12, 3, LocalDate.parse("2025-11-03"), 20)));
    }

    @Test
    @DisplayName("after a refusal in the middle of a day, with the same keys and nothing left out")
    void resumes() throws IOException {
        try (StubSuite stub = new StubSuite(data, this::answer)) {
            play();
            List<String> whole = keys(stub.calls().stream());
            stub.calls().clear();
            Files.delete(data.resolve("replay/position.json"));
            today.set(LocalDate.parse("2026-01-05"));

            refused = keyOf(whole, "-pay");
            assertThatThrownBy(this::play).isInstanceOf(CannotGoOn.class).hasMessageContaining("422 no");
            refused = "nothing";
            play();
            assertThat(keys(stub.calls().stream()).stream().distinct()).containsExactlyInAnyOrderElementsOf(whole);
            assertThat(whole).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("not with another ledger, nor with another mapping, nor when the clock was moved by somebody else")
    void another() throws IOException {
        try (StubSuite stub = new StubSuite(data, this::answer)) {
            play();
            assertThatThrownBy(() -> replay().play(ledger, "{\"creditLimit\":\"1\"}", null))
                    .hasMessageContaining("another content or mapping");
            today.set(LocalDate.parse("2026-08-01"));
            assertThatThrownBy(this::play).hasMessageContaining("but the clock of tenant demo on 2026-08-01");
            assertThat(stub.calls()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("a tenant in use is left alone")
    void inUse() throws IOException {
        try (StubSuite stub = new StubSuite(data, call -> new Reply(409, "{\"code\":\"test-clock-in-use\"}"))) {
            assertThatThrownBy(this::play)
                    .hasMessage("Tenant demo is in use already, so that its clock cannot be set to 2025-11-02;"
                            + " deploy/up --fresh begins with an empty one.");
            assertThat(stub.calls()).hasSize(1);
        }
    }

    private void play() {
        assertThat(replay().play(ledger, "{}", null)).isPresent();
    }

    private Replay replay() {
        return new Replay(data, "demo", new PrintStream(OutputStream.nullOutputStream()));
    }

    private static List<String> keys(Stream<Call> calls) {
        return calls.map(Call::key).filter(key -> key != null).toList();
    }

    private static String keyOf(List<String> keys, String act) {
        return keys.stream()
                .filter(key -> key.endsWith(act))
                .skip(4)
                .findFirst()
                .orElseThrow();
    }

    /** Just enough of the four services for a replay to run through. */
    private Reply answer(Call call) {
        if (refused.equals(call.key())) {
            return new Reply(422, "{\"code\":\"no\",\"detail\":\"not today\"}");
        }
        if (call.path().equals("/v1/test-clock")) {
            return clock(call);
        }
        if (call.path().startsWith("/v1/jobs/")) {
            return new Reply(200, "{\"status\":\"completed\"}");
        }
        return new Reply(
                call.method().equals("POST") ? 201 : 200,
                "{\"items\":[],\"groups\":[],\"days\":\"1.0000\",\"limitId\":\"1\",\"status\":\"approved\"}");
    }

    private Reply clock(Call call) {
        if (call.method().equals("POST")) {
            today.set(LocalDate.parse(call.body().replaceAll(".*:\"([0-9-]+)\".*", "$1")));
            return call.body().contains("setTo")
                    ? new Reply(200, "{}")
                    : new Reply(202, "{}", Map.of("Location", "/v1/jobs/7"));
        }
        return new Reply(200, "{\"date\":\"" + today + "\",\"settled\":true}");
    }
}
