package o2c.runtime.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import o2c.kernel.Ids;
import o2c.runtime.access.Caller;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Writes down who did what, in the transaction that does it; a leader seals the entries soon after. */
@ApplicationScoped
public class AuditTrail {

    private static final int LONGEST = 200;

    private final Sql sql;
    private final Tenancy tenancy;
    private final Settings settings;
    private final Caller caller;
    private final RequestFacts request;
    private final ObjectMapper json;

    AuditTrail(Sql sql, Tenancy tenancy, Settings settings, Caller caller, RequestFacts request, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.settings = settings;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    /**
     * Adds an entry to the running transaction.
     *
     * @param action what was done, such as {@code credit-limit.approved} or a route
     * @param subject what it was done to, an id
     * @param details figures, versions, reasons; never personal data
     */
    public void record(String action, String subject, Object details) {
        sql.last(
                "insert into audit_entry (tenant, id, recorded_at, business_date, actor, client, action, subject,"
                        + " details, trace_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                tenancy.today(),
                cut(
                        isAPerson()
                                ? caller.subject()
                                : "o2c-" + settings.publisher().key()),
                cut(
                        isAPerson()
                                ? caller.client()
                                : "o2c-" + settings.publisher().key()),
                cut(action),
                cut(subject == null ? "" : subject),
                text(details),
                request.traceId());
    }

    private boolean isAPerson() {
        return !request.route().isEmpty() && caller.isKnown();
    }

    private String text(Object details) {
        try {
            return json.writeValueAsString(details == null ? Map.of() : details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
