package o2c.suite.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import o2c.contracts.Publisher;
import o2c.suite.rest.Rest;

/**
 * How often what was announced, counted from the services' event feeds.
 *
 * @param stepsByLevel dunning steps taken, by level
 * @param verdicts credit checks, by verdict
 */
record Counts(
        long invoicesIssued,
        long invoicesSettled,
        long paymentsOverdue,
        Map<String, Long> stepsByLevel,
        long messages,
        long calls,
        long disputesOpened,
        long disputesResolved,
        Map<String, Long> verdicts,
        long coverStopped) {

    /** Counts all events of the tenant. */
    static Counts of(Rest rest) {
        return new Counts(
                count(rest, Publisher.INVOICE, "InvoiceIssued"),
                count(rest, Publisher.INVOICE, "InvoiceSettled"),
                count(rest, Publisher.INVOICE, "PaymentOverdue"),
                by(
                        rest,
                        Publisher.DUNNING,
                        "StepTaken",
                        data -> data.path("level").asText()),
                count(rest, Publisher.DUNNING, "ReminderSent"),
                count(rest, Publisher.DUNNING, "CallDue"),
                count(rest, Publisher.DUNNING, "DisputeOpened"),
                count(rest, Publisher.DUNNING, "DisputeResolved"),
                by(
                        rest,
                        Publisher.CREDIT,
                        "CreditChecked",
                        data -> data.path("verdict").asText()),
                count(rest, Publisher.POLICY, "CoverStopped"));
    }

    private static long count(Rest rest, Publisher service, String type) {
        return by(rest, service, type, data -> "all").getOrDefault("all", 0L);
    }

    private static Map<String, Long> by(Rest rest, Publisher service, String type, Function<JsonNode, String> group) {
        Map<String, Long> counts = new TreeMap<>();
        rest.each(
                service,
                "/v1/events?type=" + service.topic() + "." + type,
                event -> counts.merge(group.apply(event.path("data")), 1L, Long::sum));
        return counts;
    }
}
