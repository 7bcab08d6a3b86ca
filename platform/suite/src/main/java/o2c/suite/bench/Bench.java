package o2c.suite.bench;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import o2c.suite.bench.hot.HotPaths;
import o2c.suite.rest.Arguments;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Patience;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/**
 * {@code deploy/bench}: measures the running suite, each figure beside what the same machine does without it in the
 * same run. It works on the sandbox tenant other, and judges nothing: it ends with 0.
 */
public final class Bench {

    private static final List<String> WORKLOADS =
            List.of("start", "latency", "import", "decisions", "invoices", "exposures", "memory");

    private static final String USAGE = """
            deploy/bench [start] [latency] [import] [decisions] [invoices] [exposures] [memory] [--rows N] [--data DIR]

              Measures the running suite on tenant other; without a word, all of it.

              import   100,000 generated invoices through POST /v1/invoices/imports, beside one SQL statement of the
                       same effect on the same PostgreSQL; memory of invoice-service from 10,000 to 100,000 rows
              latency  an invoice answered to visible in exposure and cover, 300 times one by one, beside a record
                       through the same Kafka
              decisions  W1: credit decisions by eight clients, beside plain SQL of the same effect
              invoices   W2 and W4a: invoices with three lines and payments of them, beside plain SQL
              exposures  W9: one customer's exposure, beside one row read
              memory   resident memory of each service
              start    seconds to start, as the launcher noted them

              --rows N    rows of the import (default: 100000)
              --data DIR  data folder of the suite (default: .o2c in the repository)
            """;

    private static final int HOT_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Bench() {}

    public static void main(String[] line) {
        System.exit(run(line));
    }

    private static int run(String... line) {
        try {
            if (List.of(line).contains("--help")) {
                System.out.print(USAGE);
                return 0;
            }
            Arguments told = Arguments.of("deploy/bench", Set.of("--rows", "--data"), line);
            Set<String> wanted = new LinkedHashSet<>(told.words().isEmpty() ? WORKLOADS : told.words());
            if (!WORKLOADS.containsAll(wanted)) {
                throw new CannotGoOn("The workloads are " + String.join(", ", WORKLOADS) + ".");
            }
            measure(RunningSuite.on(told.data()), wanted, rows(told));
            return 0;
        } catch (CannotGoOn stopped) {
            System.err.println(stopped.getMessage());
            return 2;
        }
    }

    private static void measure(RunningSuite suite, Set<String> wanted, int rows) {
        Sheet sheet = new Sheet(System.out);
        sheet.title(Machine.text());
        Rest rest = Rest.as(suite, "other-admin", new Patience(PATIENCE, () -> false));
        Ground ground = new Ground(suite, rest);
        if (wanted.contains("start")) {
            StartTimes.tell(suite, sheet);
        }
        if (wanted.contains("memory")) {
            Memory.tell(suite, sheet, "before the workloads");
        }
        if (wanted.contains("latency")) {
            new Latency(suite, rest, ground).measure(sheet);
        }
        if (wanted.contains("import")) {
            new ImportRun(suite, rest, ground).measure(sheet, rows);
        }
        HotPaths hot = new HotPaths(suite, rest, ground, HOT_SECONDS);
        if (wanted.contains("decisions")) {
            hot.decisions(sheet);
        }
        if (wanted.contains("invoices")) {
            hot.invoicesAndPayments(sheet);
        }
        if (wanted.contains("exposures")) {
            hot.exposures(sheet);
        }
        if (wanted.contains("memory") && wanted.size() > 1) {
            Memory.tell(suite, sheet, "after the workloads");
        }
    }

    private static int rows(Arguments told) {
        String text = told.value("--rows").orElse("100000");
        if (!text.matches("[1-9][0-9]{2,5}")) {
            throw new CannotGoOn("--rows needs a number from 100 to 999999, not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
