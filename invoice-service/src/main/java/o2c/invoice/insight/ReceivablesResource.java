package o2c.invoice.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.insight.Ageing.Group;
import o2c.invoice.insight.Ageing.GroupBy;
import o2c.invoice.insight.BooksTime.Moment;
import o2c.invoice.insight.SalesDays.Method;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures over everything that is owed to the tenant. */
@Path("/v1/receivables")
@Tag(name = "Receivables")
class ReceivablesResource {

    private static final String TIME =
            " `asOf`: close of this business day, today's when left out; `knownAt`: as it was"
                    + " known at this instant (at least 10 s old) or at the close of this business date."
                    + " Refusals: `date-malformed`, `instant-malformed`, `value-unknown` (400),"
                    + " `known-at-too-recent` (422)";
    private static final int USUAL_PERIOD = 90;
    private static final int LONGEST_PERIOD = 3660;

    private final BooksTime time;
    private final Ageing ageing;
    private final SalesDays salesDays;

    ReceivablesResource(BooksTime time, Ageing ageing, SalesDays salesDays) {
        this.time = time;
        this.ageing = ageing;
        this.salesDays = salesDays;
    }

    /** What is owed, by days past the due day. */
    @Schema(name = "Ageing")
    record AgeingView(LocalDate asOf, List<Group> groups) {}

    /** Days of sales outstanding and what they were made of. */
    @Schema(name = "DaysSalesOutstanding")
    record SalesDaysView(
            LocalDate asOf,
            Method method,
            @Schema(description = "Four decimals, half up") BigDecimal days,
            Money receivables,
            @Schema(description = "Sales of the period") Money sales,
            int periodDays,

            @Schema(description = "false when count-back ran out of sales")
            boolean complete) {}

    /** The period of sales; a calendar month counts up to the day asked for. */
    enum Period {
        MONTH
    }

    @GET
    @Path("/ageing")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getAgeing",
            summary = "How old what is owed is",
            description = "By due day; on the due day itself an item is not due yet. Amounts are in the group's"
                    + " currency, VAT included; unallocated cash stands apart." + TIME + ". Scope `invoice:read`.")
    public AgeingView ageing(
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("groupBy") @DefaultValue("currency") GroupBy groupBy) {
        Moment moment = time.asked(asOf, knownAt);
        return new AgeingView(moment.asOf(), ageing.groups(moment, groupBy));
    }

    @GET
    @Path("/dso")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getDaysSalesOutstanding",
            summary = "For how many days of sales customers owe",
            description = "`simple`: receivables over sales of the period times its days; `countback`: whole months of"
                    + " sales taken off, newest first; `best-possible`: simple with what is not past its due day."
                    + " The period ends on the day asked for and has `periodDays` days (90 when left out), or is its"
                    + " calendar month." + TIME + ", `sales-zero`, `period-ambiguous`, `period-out-of-range` (422)."
                    + " Scope `invoice:read`.")
    public SalesDaysView salesDays(
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("method") @DefaultValue("simple") Method method,
            @QueryParam("periodDays") @Parameter(description = "1 to 3660") Integer periodDays,
            @QueryParam("period") Period period,
            @QueryParam("sellerId") String sellerId) {
        Moment moment = time.asked(asOf, knownAt);
        SalesDays.Answer answer =
                salesDays.count(moment, method, firstDay(moment.asOf(), periodDays, period), sellerId);
        return new SalesDaysView(
                moment.asOf(),
                method,
                answer.outstanding().days(),
                answer.receivables(),
                answer.sales(),
                answer.periodDays(),
                answer.outstanding().complete());
    }

    private static LocalDate firstDay(LocalDate asOf, Integer periodDays, Period period) {
        if (period != null && periodDays != null) {
            throw RuleBroken.refused("period-ambiguous", "either periodDays or period")
                    .at("/query/period");
        }
        if (period == Period.MONTH) {
            return asOf.withDayOfMonth(1);
        }
        int days = periodDays == null ? USUAL_PERIOD : periodDays;
        if (days < 1 || days > LONGEST_PERIOD) {
            throw RuleBroken.refused("period-out-of-range", "a period has 1 to " + LONGEST_PERIOD + " days")
                    .at("/query/periodDays");
        }
        return asOf.minusDays(days - 1L);
    }
}
