package o2c.runtime.approvals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.approvals.Approval.Status;
import o2c.runtime.audit.AuditTrail;
import o2c.runtime.http.values.Kebab;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;

/** Four eyes: what one person asks for, another decides. */
@ApplicationScoped
public class Approvals {

    private static final String COLUMNS = "id, kind, subject, details, status, requested_by, requested_at, due_at,"
            + " decided_by, decided_at, reason";

    private final Sql sql;
    private final Work work;
    private final Tenancy tenancy;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    ObjectMapper json;

    private final List<ApprovalHandler> handlers;

    Approvals(
            Sql sql, Work work, Tenancy tenancy, Caller caller, AuditTrail audit, @All List<ApprovalHandler> handlers) {
        this.sql = sql;
        this.work = work;
        this.tenancy = tenancy;
        this.caller = caller;
        this.audit = audit;
        this.handlers = handlers;
    }

    /** Asks for a decision, in the running transaction; the caller is the one who asks. */
    public UUID request(String kind, String subject, Object details, Instant dueAt) {
        UUID id = Ids.next();
        sql.update(
                "insert into approval (tenant, id, kind, subject, details, status, requested_by, requested_at, due_at)"
                        + " values (?, ?, ?, ?, ?, 'open', ?, ?, ?)",
                tenancy.tenant(),
                id,
                kind,
                subject,
                text(details),
                caller.subject(),
                now(),
                dueAt);
        return id;
    }

    /**
     * Decides, and lets the handler of its kind act on it.
     *
     * @throws RuleBroken {@code approval-unknown}, {@code four-eyes}, {@code already-decided}
     */
    public Approval decide(UUID id, boolean approved, String reason) {
        Approval open = find(id);
        if (open.requestedBy().equals(caller.subject())) {
            String tenant = tenancy.tenant();
            work.run(tenant, () -> audit.record("approval.own-decision-refused", id.toString(), Map.of()));
            throw RuleBroken.forbidden("four-eyes", "who asked for it cannot decide it");
        }
        int decided = sql.update(
                "update approval set status = ?, decided_by = ?, decided_at = ?, reason = ?"
                        + " where tenant = ? and id = ? and status = 'open'",
                Kebab.nameOf(approved ? Status.APPROVED : Status.DECLINED),
                caller.subject(),
                now(),
                reason,
                tenancy.tenant(),
                id);
        if (decided == 0) {
            throw RuleBroken.conflict("already-decided", "this has been decided before");
        }
        Approval approval = find(id);
        audit.record("approval." + Kebab.nameOf(approval.status()), id.toString(), Map.of("kind", approval.kind()));
        handlers.stream()
                .filter(handler -> handler.kind().equals(approval.kind()))
                .forEach(handler -> handler.decided(approval));
        return approval;
    }

    public Approval find(UUID id) {
        return sql.first(
                        "select " + COLUMNS + " from approval where tenant = ? and id = ?",
                        this::approval,
                        tenancy.tenant(),
                        id)
                .orElseThrow(() -> RuleBroken.notFound("approval-unknown", "there is no such approval"));
    }

    /** Those of one status, or all; oldest first, after {@code after}. */
    List<Approval> list(Optional<Status> status, Optional<UUID> after, int limit) {
        String wanted = status.map(Kebab::nameOf).orElse(null);
        return sql.list(
                "select " + COLUMNS + " from approval where tenant = ? and (?::varchar is null or status = ?)"
                        + " and (?::uuid is null or id > ?) order by id limit ?",
                this::approval,
                tenancy.tenant(),
                wanted,
                wanted,
                after.orElse(null),
                after.orElse(null),
                limit);
    }

    private Approval approval(ResultSet row) throws SQLException {
        try {
            return new Approval(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("subject"),
                    json.readTree(row.getString("details")),
                    Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                    row.getString("requested_by"),
                    instant(row, "requested_at"),
                    instant(row, "due_at"),
                    row.getString("decided_by"),
                    instant(row, "decided_at"),
                    row.getString("reason"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Object details) {
        try {
            return json.writeValueAsString(details == null ? Map.of() : details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
