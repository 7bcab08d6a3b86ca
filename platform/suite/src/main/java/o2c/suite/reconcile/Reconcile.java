package o2c.suite.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.suite.rest.Arguments;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Crew;
import o2c.suite.rest.Patience;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/** {@code deploy/reconcile}: compares what the four services say; ends with 0 when they agree and with 1 when not. */
public final class Reconcile {

    private static final String USAGE = """
            deploy/reconcile [--tenant demo|other] [--data DIR] [--report FILE]

              Compares, over REST, what the four services of the running suite say each customer owes, and looks whether
              anything is unsent, unheard, parked or broken. Ends with 0 when everything agrees, with 1 when not.

              --tenant NAME  whose books (default: demo)
              --data DIR     data folder of the suite (default: .o2c in the repository)
              --report FILE  where the result goes as JSON (default: reconcile/report.json in the data folder)
            """;

    private static final Duration REST = Duration.ofSeconds(30);

    private Reconcile() {}

    public static void main(String[] line) {
        System.exit(run(line));
    }

    private static int run(String... line) {
        try {
            if (List.of(line).contains("--help")) {
                System.out.print(USAGE);
                return 0;
            }
            Arguments told = Arguments.of("deploy/reconcile", Set.of("--tenant", "--data", "--report"), line);
            RunningSuite suite = RunningSuite.on(told.data());
            String tenant = told.value("--tenant").orElse("demo");
            Reconciliation result = compare(suite, tenant);
            System.out.print(result.text());
            Path report =
                    told.value("--report").map(Path::of).orElse(told.data().resolve("reconcile/report.json"));
            write(report, result);
            System.out.println("As JSON in " + report + ".");
            return result.isFine() ? 0 : 1;
        } catch (CannotGoOn stopped) {
            System.err.println(stopped.getMessage());
            return 2;
        }
    }

    private static Reconciliation compare(RunningSuite suite, String tenant) {
        try (Crew crew = new Crew(4)) {
            Rest rest = Rest.as(suite, tenant + "-admin", Patience.usual());
            return Reconciliation.of(tenant, restingDay(rest), rest, crew);
        }
    }

    /** Waits a while for what is under way, and gives the business date. */
    private static String restingDay(Rest rest) {
        long end = System.nanoTime() + REST.toNanos();
        JsonNode clock = rest.get(Publisher.INVOICE, "/v1/test-clock").expect(200);
        while (!clock.path("settled").asBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            clock = rest.get(Publisher.INVOICE, "/v1/test-clock").expect(200);
        }
        return clock.path("date").asText();
    }

    private static void write(Path file, Reconciliation result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("tenant", result.tenant());
        report.put("businessDate", result.businessDate());
        report.put("agrees", result.isFine());
        report.put("accounts", result.accounts());
        report.put("differences", result.differences());
        report.put("findings", result.findings());
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.write(
                    file, EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        } catch (IOException e) {
            throw new CannotGoOn("The report cannot be written to " + file + ".");
        }
    }
}
