package o2c.policy.forecasts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.forecasts.Forecasts.Told;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/limit-forecasts")
@Tag(name = "Limits")
class ForecastResource {

    private static final int MOST_DAYS = 365;

    private final Forecasts forecasts;
    private final Tenancy tenancy;

    ForecastResource(Forecasts forecasts, Tenancy tenancy) {
        this.forecasts = forecasts;
        this.tenancy = tenancy;
    }

    /**
     * A customer near his limit.
     *
     * @param utilisation what is owed, in percent of the limit
     * @param withOrders the same with what open orders hold
     * @param daysLate how late he usually pays, weighted by amount
     * @param payments how many payments that rests on
     * @param breachOn the day on which more is expected to be owed than the limit, or null
     */
    record ForecastView(
            String customerId,
            String policyId,
            Money limit,
            Money outstanding,
            Money openOrders,
            Percentage utilisation,
            Percentage withOrders,
            int daysLate,
            int payments,
            LocalDate breachOn,
            LocalDate peakOn,
            Money peak) {

        static ForecastView of(Told told) {
            return new ForecastView(
                    told.near().customerId(),
                    told.near().policyId(),
                    told.near().limit(),
                    told.near().outstanding(),
                    told.near().openOrders(),
                    told.near().utilisation(),
                    told.near().withOrders(),
                    told.habit().daysLate(),
                    told.habit().payments(),
                    told.forecast().breachOn().orElse(null),
                    told.forecast().peakOn(),
                    told.forecast().peak());
        }
    }

    /** The fullest limits first. */
    record ForecastsView(LocalDate from, LocalDate until, List<ForecastView> items) {}

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listLimitForecasts",
            summary = "Who is near his limit, and on which day will he pass it?",
            description =
                    "Customers that owe, with what their open orders hold, at least utilisation percent (80 unless"
                            + " told) of their limit, the fullest first, at most limit items. Orders are expected"
                            + " to be invoiced"
                            + " when their reservation expires, receivables to be paid on their due day plus the"
                            + " customer's"
                            + " habit of the last twelve months. days: 1 to 365, 30 unless told; when a day opens"
                            + " LimitBreachForecast is announced for the next 30, once for each day foretold."
                            + " Refusals: 400"
                            + " period-out-of-range, percentage-out-of-range. Scope: policy:read.")
    public ForecastsView list(
            @QueryParam("utilisation") @DefaultValue("80") Integer utilisation,
            @QueryParam("days") @DefaultValue("30") Integer days,
            @BeanParam Paging paging) {
        if (days < 1 || days > MOST_DAYS) {
            throw RuleBroken.invalid("period-out-of-range", "1 to " + MOST_DAYS + " days")
                    .at("/query/days");
        }
        if (utilisation < 0 || utilisation > 1000) {
            throw RuleBroken.invalid("percentage-out-of-range", "0 to 1000 percent")
                    .at("/query/utilisation");
        }
        LocalDate today = tenancy.today();
        return new ForecastsView(
                today,
                today.plusDays(days),
                forecasts.near(BigDecimal.valueOf(utilisation, 2), days, paging.limit()).stream()
                        .map(ForecastView::of)
                        .toList());
    }
}
