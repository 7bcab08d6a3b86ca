package o2c.dunning.audits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.audits.domain.DayAudit;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Did every overdue invoice have its step on a day, or a reason why not? */
@Path("/v1/consistency-audit")
@Tag(name = "Runs")
class ConsistencyAuditResource {

    /** How many findings an answer lists at most. */
    private static final int LISTED = 1000;

    private final ConsistencyAudit audit;
    private final Tenancy tenancy;

    ConsistencyAuditResource(ConsistencyAudit audit, Tenancy tenancy) {
        this.audit = audit;
        this.tenancy = tenancy;
    }

    /** How many overdue invoices have that reason. */
    record ReasonView(String reason, String text, int invoices) {}

    /**
     * What does not fit.
     *
     * @param fault step-missing, step-unexplained or level-skipped
     * @param level the level it is about
     */
    record FindingView(
            UUID invoiceId,
            String invoiceNumber,
            String customerId,
            String sellerId,
            String fault,
            String text,
            int level) {}

    /**
     * The audit of a day.
     *
     * @param consistent whether nothing was found
     * @param overdue how many overdue invoices were looked at
     * @param reasons step-taken, and why there was none; they add up to the invoices looked at
     * @param findings 1,000 at most
     * @param crossed messages that left although the money had reached the account: nobody could know yet
     */
    record AuditView(
            LocalDate date,
            boolean consistent,
            int overdue,
            List<ReasonView> reasons,
            List<FindingView> findings,
            List<ConsistencyAudit.Crossed> crossed) {}

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "auditConsistency",
            summary = "Whether each overdue invoice had its step on a day, or has a named reason",
            description = "What the run of the day could know is planned once more, and compared with the steps on"
                    + " record. Without date: today. Refusals: 422 date-in-future. Scope: dunning:read.")
    public AuditView of(@QueryParam("date") LocalDate date) {
        LocalDate day = Optional.ofNullable(date).orElseGet(tenancy::today);
        if (day.isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/query/date");
        }
        DayAudit found = audit.of(day);
        return new AuditView(
                day,
                found.findings().isEmpty(),
                found.overdue(),
                found.reasons().entrySet().stream()
                        .map(entry -> new ReasonView(
                                entry.getKey().code(), entry.getKey().text(), entry.getValue()))
                        .toList(),
                found.findings().stream()
                        .limit(LISTED)
                        .map(ConsistencyAuditResource::view)
                        .toList(),
                audit.crossedOn(day, LISTED));
    }

    private static FindingView view(DayAudit.Finding finding) {
        return new FindingView(
                finding.receivable().invoiceId(),
                finding.receivable().invoiceNumber(),
                finding.receivable().account().customerId(),
                finding.receivable().account().sellerId(),
                finding.fault().code(),
                finding.fault().text(),
                finding.level());
    }
}
