package o2c.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import o2c.suite.rest.Patience;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;
import o2c.testkit.Ports;
import o2c.testkit.SigningKey;
import o2c.testkit.TemporaryFolder;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real suite, as {@code deploy/up} starts it, on free ports and a temporary folder: once for all tests that ask for
 * it. Beside demo and other it has the sandbox tenants diary, books, left and right.
 */
public final class WholeSuite implements BeforeAllCallback {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-05");
    private static final List<String> MORE_TENANTS = List.of("diary", "books", "left", "right");

    private static RunningSuite running;

    /** The running suite. */
    public static RunningSuite running() {
        return running;
    }

    /** A caller with all scopes of a tenant. */
    public static Rest as(String tenant) {
        return Rest.as(running, tenant + "-admin", new Patience(Duration.ofSeconds(30), () -> false));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WholeSuite.class))
                .computeIfAbsent("suite", key -> new Started(), Started.class);
    }

    /** Started once, closed when the last test is over. */
    private static final class Started implements AutoCloseable {

        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final DataFolder data;
        private final Suite suite;

        Started() {
            try {
                Path folder = TemporaryFolder.create("o2c-suite");
                data = DataFolder.take(folder);
                data.prepare(false, FIRST_DAY);
                writeMoreTokens(data);
                Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
                suite = new Suite(data, fourFreePorts(), Started::command, progress);
                start();
                running = RunningSuite.on(folder);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void start() {
            try {
                suite.start();
            } catch (RuntimeException e) {
                close();
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8), e);
            }
        }

        @Override
        public void close() {
            suite.close();
            data.close();
            TemporaryFolder.delete(data.root());
        }

        /** As {@code deploy/up} starts it, with more tenants; what a first start would record is left out. */
        private static List<String> command(Service service) {
            Path root = Path.of("../..").toAbsolutePath().normalize();
            List<String> command = new ArrayList<>(new BuiltPrograms(root).commandOf(service));
            command.removeIf(flag -> flag.startsWith("-XX:ArchiveClassesAtExit"));
            for (String tenant : MORE_TENANTS) {
                String key = "-Do2c.tenants." + tenant + ".";
                command.addAll(
                        command.indexOf("-jar"),
                        List.of(
                                key + "mode=sandbox",
                                key + "base-currency=EUR",
                                key + "time-zone=Europe/Amsterdam",
                                key + "clock=" + FIRST_DAY));
            }
            return command;
        }

        private static void writeMoreTokens(DataFolder data) throws IOException {
            Tokens tokens = new Tokens(SigningKey.keptIn(data.signingKey()));
            Files.createDirectories(data.tokens().resolve("services"));
            for (String tenant : MORE_TENANTS) {
                Files.writeString(
                        data.tokens().resolve(tenant + "-admin.jwt"),
                        tokens.mint(tenant, tenant + "-admin", null, List.of(Tokens.allScopes())));
                Files.writeString(
                        data.tokens().resolve("services").resolve(tenant + ".jwt"),
                        tokens.mint(tenant, "o2c-services", null, List.of("events:read", "operate", "sandbox")));
            }
        }

        /** Below the range from which outgoing connections take theirs: those come and go while services start. */
        private static int fourFreePorts() {
            return new Random()
                    .ints(20_000, 32_000)
                    .filter(port -> IntStream.range(port, port + Service.values().length)
                            .allMatch(Ports::isFree))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
