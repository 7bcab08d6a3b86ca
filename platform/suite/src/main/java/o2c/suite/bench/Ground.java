package o2c.suite.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.Publisher;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/** What the workloads stand on: a seller of their own, the business date, numbers nobody used before. */
public final class Ground {

    public static final String SELLER = "bench";

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private final RunningSuite suite;
    private final Rest rest;
    private final String run = "B" + Long.toString(System.currentTimeMillis(), 36) + "-";

    Ground(RunningSuite suite, Rest rest) {
        this.suite = suite;
        this.rest = rest;
        rest.put(
                        Publisher.INVOICE,
                        "/v1/sellers/" + SELLER,
                        Map.of("name", "Bench", "country", "NL", "currency", "EUR", "timeZone", "Europe/Amsterdam"))
                .expect(200, 201);
    }

    /** What all numbers and keys of this run begin with. */
    public String run() {
        return run;
    }

    public LocalDate today() {
        return LocalDate.parse(rest.get(Publisher.INVOICE, "/v1/test-clock")
                .expect(200)
                .path("date")
                .asText());
    }

    /** Resident memory of a service in MiB; 0 where the machine does not tell. */
    double memory(Publisher service) {
        return suite.pid(service).flatMap(Machine::residentMib).orElse(0.0);
    }

    /** Returns when every service has heard everything. */
    public void awaitQuiet() {
        while (!isQuiet()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private boolean isQuiet() {
        Map<Publisher, JsonNode> backlogs = new EnumMap<>(Publisher.class);
        for (Publisher service : Publisher.values()) {
            backlogs.put(service, rest.get(service, "/v1/backlog").expect(200));
        }
        for (Publisher service : Publisher.values()) {
            JsonNode backlog = backlogs.get(service);
            if (backlog.path("unsentEvents").asLong() > 0
                    || backlog.path("openJobs").asLong() > 0) {
                return false;
            }
            for (Publisher other : Publisher.values()) {
                long sent = backlogs.get(other).path("sentEvents").asLong();
                if (other != service
                        && backlog.path("heardEvents").path(other.key()).asLong() < sent) {
                    return false;
                }
            }
        }
        return true;
    }
}
