package o2c.runtime.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import o2c.runtime.audit.AuditTrail;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Settings;

/** What every request that writes leaves behind: its events, an audit entry, and where its events stand. */
@ApplicationScoped
class Footprint {

    private final Outbox outbox;
    private final AuditTrail audit;
    private final RequestFacts request;
    private final Settings settings;

    Footprint(Outbox outbox, AuditTrail audit, RequestFacts request, Settings settings) {
        this.outbox = outbox;
        this.audit = audit;
        this.request = request;
        this.settings = settings;
    }

    /**
     * Gives {@code <publisher>;<customerId>;<n>} of the events, or null when none or several customers
     * are concerned.
     */
    String leave() {
        outbox.writeAnnouncements();
        Map<String, Long> announced = Unit.current().announced();
        record(announced);
        return announced.entrySet().stream()
                .filter(last -> announced.size() == 1)
                .map(last -> settings.publisher().key() + ";" + last.getKey() + ";" + last.getValue())
                .findFirst()
                .orElse(null);
    }

    /** One audit entry per request; a PUT that announced nothing has changed nothing, or says so itself. */
    private void record(Map<String, Long> announced) {
        if (announced.isEmpty() && request.route().startsWith("PUT ")) {
            return;
        }
        Set<String> subjects = Unit.current().subjects();
        audit.record(
                request.route(),
                subjects.size() == 1 ? subjects.iterator().next() : "",
                Map.of("request", request.hash(), "announced", announced));
    }
}
