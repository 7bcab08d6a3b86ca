package o2c.runtime.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/audit-entries")
@Tag(name = "Audit")
class AuditResource {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Verification verification;

    AuditResource(Sql sql, Tenancy tenancy, Verification verification) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.verification = verification;
    }

    /**
     * Who did what.
     *
     * @param actor the caller's subject, or the service itself
     * @param action what was done
     * @param subject what it was done to
     * @param details as recorded
     */
    record EntryView(
            UUID id,
            Instant recordedAt,
            LocalDate businessDate,
            String actor,
            String client,
            String action,
            String subject,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String details,
            String traceId) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.recordedAt(),
                    entry.businessDate(),
                    entry.actor(),
                    entry.client(),
                    entry.action(),
                    entry.subject(),
                    entry.details(),
                    entry.traceId());
        }
    }

    @GET
    @RolesAllowed("audit:read")
    @Reads
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what, newest first",
            description = "Filters: subject, action, from and to (instants, from included, to not). Refusals: 400"
                    + " instant-malformed, limit-out-of-range, cursor-malformed. Scope: audit:read.")
    public Page<EntryView> list(
            @BeanParam Paging paging,
            @QueryParam("subject") @Size(max = 200) String subject,
            @QueryParam("action") @Size(max = 200) String action,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to) {
        UUID before = paging.afterId().orElse(null);
        return Page.of(
                sql.list(
                        "select " + Entry.COLUMNS + " from audit_entry e where e.tenant = ?"
                                + " and (?::uuid is null or e.id < ?) and (?::varchar is null or e.subject = ?)"
                                + " and (?::varchar is null or e.action = ?)"
                                + " and (?::timestamptz is null or e.recorded_at >= ?)"
                                + " and (?::timestamptz is null or e.recorded_at < ?) order by e.id desc limit ?",
                        row -> EntryView.of(Entry.from(row)),
                        tenancy.tenant(),
                        before,
                        before,
                        subject,
                        subject,
                        action,
                        action,
                        from,
                        from,
                        to,
                        to,
                        paging.limit() + 1),
                paging.limit(),
                entry -> entry.id().toString());
    }

    @GET
    @Path("/verification")
    @RolesAllowed("audit:read")
    @Reads
    @Operation(
            operationId = "verifyAuditEntries",
            summary = "Whether the audit entries are what they were when they were sealed",
            description =
                    "Recomputes the whole chain of the tenant: sealed, unsealed, head, intact and the first broken"
                            + " entry. Scope: audit:read.")
    public Verification.Finding verify() {
        return verification.of(tenancy.tenant());
    }
}
