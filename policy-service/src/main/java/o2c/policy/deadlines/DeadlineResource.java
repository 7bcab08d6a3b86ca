package o2c.policy.deadlines;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.deadlines.DeadlineTable.Position;
import o2c.policy.deadlines.DeadlineTable.Upcoming;
import o2c.policy.deadlines.DeadlineTable.Wanted;
import o2c.policy.deadlines.domain.CalendarFile;
import o2c.policy.deadlines.domain.CalendarFile.Entry;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.policies.domain.Codes;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deadlines")
@Tag(name = "Deadlines")
class DeadlineResource {

    private static final int MOST_YEARS = 10;
    private static final int MOST_ENTRIES = 1000;

    private final DeadlineTable table;
    private final Tenancy tenancy;

    DeadlineResource(DeadlineTable table, Tenancy tenancy) {
        this.table = table;
        this.tenancy = tenancy;
    }

    /**
     * A deadline and its arithmetic: anchorOn + extensionPeriod = lastCoveredDay (or extendedUntil, where the insurer
     * consented); + 1 stop, + reportDays report, + handOverDays hand-over, + claimDays claim.
     */
    record DeadlineView(
            String customerId,
            String policyId,
            DeadlineKind kind,
            LocalDate dueOn,
            long daysLeft,
            String invoiceId,
            String invoiceNumber,
            ExtensionAnchor anchor,
            LocalDate anchorOn,
            ExtensionPeriod extensionPeriod,
            LocalDate extendedUntil,
            LocalDate lastCoveredDay,
            int reportDays,
            int handOverDays,
            int claimDays) {

        static DeadlineView of(Upcoming upcoming, LocalDate today) {
            CoverDeadlines days = upcoming.days();
            return new DeadlineView(
                    upcoming.customerId(),
                    days.policyId(),
                    upcoming.kind(),
                    upcoming.dueOn(),
                    ChronoUnit.DAYS.between(today, upcoming.dueOn()),
                    days.oldest().reference(),
                    days.oldest().number(),
                    days.rule().anchor(),
                    days.anchorOn(),
                    days.rule().extension(),
                    days.oldest().extendedUntil(),
                    days.lastCoveredDay(),
                    days.rule().reportDays(),
                    days.rule().handOverDays(),
                    days.rule().claimDays());
        }

        String position() {
            return dueOn + "|" + customerId + "|" + policyId + "|" + Codes.text(kind);
        }
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listDeadlines",
            summary = "Which day comes next by which the policy demands an act",
            description = "From today on, soonest first, per customer and policy from the oldest unpaid receivable"
                    + " (insured or not, below minimumOverdue not counted): stop = the first day whose deliveries are"
                    + " not insured; report, hand-over, claim = the last day to tell the insurer, to hand over for"
                    + " collection, to file a claim; what is done is left out. within: ISO 8601 period, P14D unless"
                    + " told; kind: stop, report, hand-over, claim. Kept rows, a moment behind the facts. Refusals: 400"
                    + " period-malformed, value-unknown. Scope: policy:read.")
    public Page<DeadlineView> list(
            @QueryParam("within") @DefaultValue("P14D") String within,
            @QueryParam("customerId") String customerId,
            @QueryParam("kind") DeadlineKind kind,
            @BeanParam Paging paging) {
        LocalDate today = tenancy.today();
        Wanted wanted = new Wanted(today, today.plus(period(within)), customerId, kind);
        Position after = paging.after(Position::parse).orElse(Position.START);
        return Page.of(
                table.upcoming(wanted, after, paging.limit() + 1).stream()
                        .map(upcoming -> DeadlineView.of(upcoming, today))
                        .toList(),
                paging.limit(),
                DeadlineView::position);
    }

    @GET
    @Path("/calendar")
    @Produces("text/calendar")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getDeadlineCalendar",
            summary = "The same days as an iCalendar file",
            description = "RFC 5545, one whole-day entry per deadline, at most 1000, soonest first; a later export"
                    + " replaces the entries of an earlier one. within: P90D unless told. Refusals: 400"
                    + " period-malformed. Scope: policy:read.")
    public String calendar(
            @QueryParam("within") @DefaultValue("P90D") String within, @QueryParam("customerId") String customerId) {
        LocalDate today = tenancy.today();
        Wanted wanted = new Wanted(today, today.plus(period(within)), customerId, null);
        return new CalendarFile(
                        "Credit insurance deadlines",
                        today,
                        table.upcoming(wanted, Position.START, MOST_ENTRIES).stream()
                                .map(DeadlineResource::entry)
                                .toList())
                .text();
    }

    private static Entry entry(Upcoming upcoming) {
        CoverDeadlines days = upcoming.days();
        String kind = Codes.text(upcoming.kind());
        return new Entry(
                days.policyId() + "|" + upcoming.customerId() + "|"
                        + days.oldest().reference() + "|" + kind,
                upcoming.dueOn(),
                kind + ": " + upcoming.customerId(),
                "Invoice " + days.oldest().number() + ", policy " + days.policyId() + ": last covered day "
                        + days.lastCoveredDay());
    }

    private static Period period(String text) {
        try {
            Period period = Period.parse(text);
            if (!period.isNegative() && period.toTotalMonths() / 12 + period.getDays() / 365 < MOST_YEARS) {
                return period;
            }
        } catch (DateTimeParseException malformed) {
            throw malformed();
        }
        throw malformed();
    }

    private static RuleBroken malformed() {
        return RuleBroken.invalid("period-malformed", "within is a period of less than ten years such as P14D or P2M")
                .at("/within");
    }
}
