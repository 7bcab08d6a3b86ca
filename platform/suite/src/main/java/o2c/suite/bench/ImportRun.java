package o2c.suite.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.Publisher;
import o2c.suite.rest.Answer;
import o2c.suite.rest.CannotGoOn;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/** Invoices by the thousand through the import, one client, the whole suite running. */
final class ImportRun {

    private static final int SMALL = 10_000;
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private final RunningSuite suite;
    private final Rest rest;
    private final Ground ground;

    ImportRun(RunningSuite suite, Rest rest, Ground ground) {
        this.suite = suite;
        this.rest = rest;
        this.ground = ground;
    }

    /** Seconds of one import, and the most memory invoice-service held meanwhile. */
    private record Outcome(double seconds, double mib) {}

    void measure(Sheet sheet, int count) {
        sheet.title("Import of " + count + " invoices of 2,000 customers (one client, warmed up with " + SMALL
                + " rows, consumers running)");
        Outcome small = load(Rows.make(ground.run() + "S", SMALL, ground.today()));
        ground.awaitQuiet();
        Rows rows = Rows.make(ground.run() + "L", count, ground.today());
        long begin = System.nanoTime();
        Outcome large = load(rows);
        ground.awaitQuiet();
        double heard = (System.nanoTime() - begin) / 1e9;
        double plain = PlainSql.seconds(suite.databaseUrl(Publisher.INVOICE), rows);
        sheet.row("imported", Sheet.number(count / large.seconds(), "lines/s"), ">= 5,000 lines/s");
        sheet.row("time of the import", Sheet.number(large.seconds(), "s"), "");
        sheet.row("time of one SQL statement of the same effect, best of 3", Sheet.number(plain, "s"), "");
        sheet.row("import : SQL", Sheet.number(large.seconds() / plain, "x"), "<= 4 x");
        sheet.row("until every service had heard every invoice", Sheet.number(heard, "s"), "");
        sheet.row("invoice-service at most, " + SMALL + " rows", Sheet.number(small.mib(), "MiB"), "");
        sheet.row("invoice-service at most, " + count + " rows", Sheet.number(large.mib(), "MiB"), "");
        sheet.row("growth", Sheet.number(large.mib() - small.mib(), "MiB"), "< 64 MiB");
    }

    private Outcome load(Rows rows) {
        byte[] csv = rows.csv();
        long begin = System.nanoTime();
        Answer accepted =
                rest.upload(Publisher.INVOICE, "/v1/invoices/imports", ground.run() + rows.count(), "text/csv", csv);
        accepted.expect(202);
        String location = accepted.header("Location").orElseThrow();
        String job = location.substring(location.indexOf("/v1/"));
        double mib = ground.memory(Publisher.INVOICE);
        JsonNode state = rest.get(Publisher.INVOICE, job).expect(200);
        while (state.path("status").asText().equals("running")) {
            LockSupport.parkNanos(LOOK_AGAIN);
            state = rest.get(Publisher.INVOICE, job).expect(200);
            mib = Math.max(mib, ground.memory(Publisher.INVOICE));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!state.path("status").asText().equals("completed")) {
            throw new CannotGoOn("The import ended as " + state.path("status").asText() + " with "
                    + state.path("rejected").asText() + " rejections.");
        }
        return new Outcome(seconds, mib);
    }
}
