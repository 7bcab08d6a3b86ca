package o2c.suite.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.Publisher;
import o2c.suite.rest.Rest;
import o2c.suite.rest.RunningSuite;

/** Whether everything that was said has been sent, heard and sealed. */
final class Plumbing {

    private final Rest rest;

    Plumbing(Rest rest) {
        this.rest = rest;
    }

    List<Finding> inspect() {
        Map<Publisher, JsonNode> backlogs = new EnumMap<>(Publisher.class);
        for (Publisher service : Publisher.values()) {
            backlogs.put(service, rest.get(service, "/v1/backlog").expect(200));
        }
        List<Finding> findings = new ArrayList<>();
        for (Publisher service : Publisher.values()) {
            JsonNode backlog = backlogs.get(service);
            findings.add(none(service, "unsent events", backlog.path("unsentEvents")));
            findings.add(none(service, "parked events", backlog.path("parkedEvents")));
            findings.add(none(service, "open jobs", backlog.path("openJobs")));
            findings.add(none(service, "customers waiting for derivation", backlog.path("markedCustomers")));
            for (Publisher other : Publisher.values()) {
                if (other != service) {
                    findings.add(heard(service, backlog, other, backlogs.get(other)));
                }
            }
            findings.add(audit(service));
        }
        return findings;
    }

    private static Finding none(Publisher service, String what, JsonNode count) {
        boolean fine = count.isNumber() && count.asLong() == 0;
        return new Finding(RunningSuite.nameOf(service), what, fine, count.asText());
    }

    private static Finding heard(Publisher listener, JsonNode backlog, Publisher publisher, JsonNode other) {
        long heard = backlog.path("heardEvents").path(publisher.key()).asLong(-1);
        long sent = other.path("sentEvents").asLong();
        return new Finding(
                RunningSuite.nameOf(listener),
                "events heard of " + RunningSuite.nameOf(publisher),
                heard == sent,
                heard + " of " + sent);
    }

    private Finding audit(Publisher service) {
        JsonNode verified = rest.get(service, "/v1/audit-entries/verification").expect(200);
        return new Finding(
                RunningSuite.nameOf(service),
                "audit entries intact",
                verified.path("intact").asBoolean(),
                verified.path("sealed").asText() + " sealed, "
                        + verified.path("unsealed").asText() + " unsealed");
    }
}
