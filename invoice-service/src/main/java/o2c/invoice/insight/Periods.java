package o2c.invoice.insight;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import o2c.invoice.books.GroupBy;
import o2c.invoice.insight.SalesLedger.Scope;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Moment;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The period that a figure is about, and what it is grouped by, as query parameters. */
class Periods {

    static final String REFUSALS = " Refusals: `date-malformed`, `instant-malformed`, `value-unknown` (400),"
            + " `date-in-future`, `known-at-too-recent`, `period-ambiguous`, `period-out-of-range` (422)";

    private static final int USUAL = 90;
    private static final int LONGEST = 3660;

    @QueryParam("periodDays")
    @Parameter(description = "1 to 3660; the period ends on the day asked for. 90 when left out")
    Integer periodDays;

    @QueryParam("period")
    @Parameter(description = "month: the calendar month of the day asked for, up to it")
    Period period;

    @QueryParam("groupBy")
    GroupBy groupBy;

    @QueryParam("sellerId")
    String sellerId;

    /** The period of sales; a calendar month counts up to the day asked for. */
    enum Period {
        MONTH
    }

    Scope scope(Moment moment) {
        GroupBy by = groupBy == null ? GroupBy.CURRENCY : groupBy;
        return new Scope(moment, firstDay(moment.asOf()), by, sellerId);
    }

    private LocalDate firstDay(LocalDate asOf) {
        if (period != null && periodDays != null) {
            throw RuleBroken.refused("period-ambiguous", "either periodDays or period")
                    .at("/query/period");
        }
        if (period == Period.MONTH) {
            return asOf.withDayOfMonth(1);
        }
        int days = periodDays == null ? USUAL : periodDays;
        if (days < 1 || days > LONGEST) {
            throw RuleBroken.refused("period-out-of-range", "a period has 1 to " + LONGEST + " days")
                    .at("/query/periodDays");
        }
        return SalesDays.firstDay(asOf, days);
    }
}
