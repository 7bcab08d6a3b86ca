package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import o2c.testkit.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheSuiteOnOneMachineTest {

    private static final LocalDate DAY = LocalDate.of(2012, 1, 1);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final int firstPort = fourFreePorts();

    @Test
    void itBecomesReadyRevivesWhatDiesAndLeavesNothingBehind(@TempDir Path folder) {
        try (DataFolder data = DataFolder.take(folder)) {
            data.prepare(false, DAY);
            List<ProcessHandle> last;
            try (Suite suite = suite(data, StubService.class)) {
                suite.start();
                assertThat(data.ready()).exists();
                assertThat(data.tokens().resolve("demo-admin.jwt")).exists();

                ProcessHandle policy = processOf(data, Service.POLICY);
                policy.destroyForcibly();
                eventually(() -> isAnother(policy, data));
                assertThat(text()).contains("policy-service ended with code 137 and starts again in 500 ms");
                last = Arrays.stream(Service.values())
                        .map(service -> processOf(data, service))
                        .toList();
            }
            assertThat(last).noneMatch(ProcessHandle::isAlive);
            assertThat(folder.resolve("run")).isDirectoryNotContaining("glob:**.pid");
            assertThat(data.ready()).doesNotExist();
        }
    }

    @Test
    void aServiceThatCannotStartIsToldWithTheEndOfItsLog(@TempDir Path folder) {
        try (DataFolder data = DataFolder.take(folder)) {
            data.prepare(false, DAY);
            try (Suite suite = suite(data, StubService.class.getName() + "Gone")) {
                assertThatThrownBy(suite::start)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("does not become ready")
                        .hasMessageContaining("ClassNotFoundException");
            }
        }
    }

    @Test
    void aTakenPortIsToldInASentence(@TempDir Path folder) throws IOException {
        try (DataFolder data = DataFolder.take(folder);
                ServerSocket taken = new ServerSocket(Service.DUNNING.port(firstPort));
                Suite suite = suite(data, StubService.class)) {
            data.prepare(false, DAY);
            assertThatThrownBy(suite::start)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + ", which dunning-service needs, is taken");
        }
    }

    private Suite suite(DataFolder data, Class<?> program) {
        return suite(data, program.getName());
    }

    private Suite suite(DataFolder data, String program) {
        List<String> command =
                List.of(Up.java(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", testClasses(), program);
        return new Suite(data, firstPort, service -> command, progress);
    }

    private static String testClasses() {
        return Path.of("target/test-classes").toAbsolutePath().toString();
    }

    private static ProcessHandle processOf(DataFolder data, Service service) {
        return Leftovers.runningOf(data.pid(service.fullName())).orElseThrow();
    }

    private static boolean isAnother(ProcessHandle old, DataFolder data) {
        return Leftovers.runningOf(data.pid(Service.POLICY.fullName()))
                .filter(process -> process.pid() != old.pid())
                .isPresent();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static int fourFreePorts() {
        return IntStream.generate(Ports::free)
                .filter(port -> port < 65000
                        && IntStream.range(port, port + Service.values().length).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theGreetingHoldsACallThatCanBePasted(@TempDir Path folder) throws IOException {
        Path spaced = Files.createDirectories(folder.resolve("my data"));
        try (DataFolder data = DataFolder.take(spaced)) {
            data.prepare(false, DAY);

            assertThat(Greeting.of(data, 8081, 15432, 19092))
                    .contains("curl -s -X PUT http://localhost:8082/v1/customers/acme")
                    .contains("$(cat '" + spaced + "/tokens/demo-admin.jwt')")
                    .contains("O2C_KAFKA=127.0.0.1:19092")
                    .contains("http://localhost:8084/q/swagger-ui");
        }
    }
}
