package o2c.invoice.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.invoice.books.GroupBy;
import o2c.invoice.insight.SalesDays.Method;
import o2c.invoice.insight.SalesLedger.Figures;
import o2c.invoice.insight.SalesLedger.Scope;
import o2c.invoice.insight.domain.CollectionEffectiveness;
import o2c.invoice.insight.domain.DaysSalesOutstanding;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures over everything that is owed to the tenant. */
@Path("/v1/receivables")
@Tag(name = "Receivables")
class ReceivablesResource {

    private final Books books;
    private final Ageing ageing;
    private final SalesLedger ledger;
    private final Tenancy tenancy;

    ReceivablesResource(Books books, Ageing ageing, SalesLedger ledger, Tenancy tenancy) {
        this.books = books;
        this.ageing = ageing;
        this.ledger = ledger;
        this.tenancy = tenancy;
    }

    /** What is owed, by days past the due day. */
    @Schema(name = "Ageing")
    record AgeingView(LocalDate asOf, List<Ageing.Group> groups) {}

    /** Days of sales outstanding and what they were made of. */
    @Schema(name = "DaysSalesOutstanding")
    record SalesDaysView(
            LocalDate asOf,
            Method method,
            @Schema(description = "Four decimals, half up") BigDecimal days,
            Money receivables,
            @Schema(description = "Sales of the period") Money sales,
            int periodDays,

            @Schema(description = "The simple figure with only what is not past its due day; four decimals")
            BigDecimal bestPossibleDays,

            @Schema(description = "Average days delinquent: the simple figure less the best possible; four decimals")
            BigDecimal averageDaysDelinquent,

            @Schema(description = "false when count-back ran out of sales")
            boolean complete,

            @Schema(description = "Only with `groupBy`") List<SalesDays.Group> groups) {}

    /** How much of what could be collected was. */
    @Schema(name = "CollectionEffectiveness")
    record EffectivenessView(
            LocalDate asOf,
            LocalDate from,

            @Schema(implementation = String.class, description = "Percent, two decimals, half up")
            BigDecimal effectiveness,

            Money begin,
            Money sales,
            Money end,
            Money endCurrent,
            @Schema(description = "Only with `groupBy`") List<EffectivenessGroup> groups) {}

    /** One group; effectiveness is left out where there was nothing to collect. */
    @Schema(name = "CollectionEffectivenessGroup")
    record EffectivenessGroup(
            String sellerId,
            String customerId,
            String segment,
            String country,
            String currency,
            @Schema(implementation = String.class) BigDecimal effectiveness,
            Money begin,
            Money sales,
            Money end,
            Money endCurrent) {

        static EffectivenessGroup of(Figures figures, GroupBy by) {
            String key = figures.group();
            return new EffectivenessGroup(
                    GroupBy.SELLER.of(by, key),
                    GroupBy.CUSTOMER.of(by, key),
                    GroupBy.SEGMENT.of(by, key),
                    GroupBy.COUNTRY.of(by, key),
                    figures.currency().getCurrencyCode(),
                    CollectionEffectiveness.of(period(figures))
                            .map(CollectionEffectiveness::percent)
                            .orElse(null),
                    figures.before(),
                    figures.salesOfPeriod(),
                    figures.open(),
                    figures.notDue());
        }
    }

    @GET
    @Path("/ageing")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getAgeing",
            summary = "How old what is owed is",
            description = "By due day; on the due day itself an item is not due yet. Amounts are in the group's"
                    + " currency, VAT included; unallocated cash and open credits stand apart, and so do claimed late"
                    + " charges, which are shown with `include=charges`. Segment and country are today's. Refusals:"
                    + " `date-malformed`, `instant-malformed`, `value-unknown` (400), `date-in-future`,"
                    + " `known-at-too-recent` (422). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The groups",
            content =
                    @Content(
                            schema = @Schema(implementation = AgeingView.class),
                            examples = @ExampleObject(name = "ageing", value = InsightExamples.AGEING)))
    public AgeingView ageing(
            @BeanParam InTime time,
            @QueryParam("groupBy") @DefaultValue("currency") GroupBy groupBy,
            @QueryParam("include") @Parameter(description = "charges: claimed late charges too") Include include) {
        Moment moment = books.moment(time);
        return new AgeingView(moment.asOf(), ageing.groups(moment, groupBy, include == Include.CHARGES));
    }

    /** What is shown beside the principal. */
    enum Include {
        CHARGES
    }

    @GET
    @Path("/dso")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getDaysSalesOutstanding",
            summary = "For how many days of sales customers owe",
            description = "`simple`: receivables over sales of the period times its days; `countback`: whole months of"
                    + " sales taken off, newest first; `best-possible`: simple with what is not past its due day. In"
                    + " the tenant's base currency; with `groupBy` also per group and currency."
                    + Periods.REFUSALS + ", `sales-zero` (422, without `groupBy`). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content =
                    @Content(
                            schema = @Schema(implementation = SalesDaysView.class),
                            examples = @ExampleObject(name = "days", value = InsightExamples.SALES_DAYS)))
    public SalesDaysView salesDays(
            @BeanParam InTime time,
            @BeanParam Periods periods,
            @QueryParam("method") @DefaultValue("simple") Method method) {
        Moment moment = books.moment(time);
        Scope scope = periods.scope(moment);
        List<Figures> figures = ledger.figures(scope);
        SalesDays count = SalesDays.of(method, scope);
        List<SalesDays.Group> groups = periods.groupBy == null
                ? null
                : figures.stream().map(count::group).toList();
        Figures whole = whole(scope, figures);
        DaysSalesOutstanding outstanding = groups == null ? count.outstanding(whole) : null;
        SalesDays.Group sum = count.group(whole);
        return new SalesDaysView(
                moment.asOf(),
                method,
                sum.days(),
                sum.receivables(),
                sum.sales(),
                count.periodDays(),
                sum.bestPossibleDays(),
                sum.averageDaysDelinquent(),
                outstanding == null ? sum.complete() : outstanding.complete(),
                groups);
    }

    @GET
    @Path("/collection-effectiveness")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getCollectionEffectiveness",
            summary = "How much of what could be collected was",
            description = "(begin + sales − end) ÷ (begin + sales − end not past due) × 100 of the period that ends on"
                    + " the day asked for; begin is what was owed at the close of the day before it. In the tenant's"
                    + " base currency; with `groupBy` also per group and currency."
                    + Periods.REFUSALS + ", `nothing-to-collect` (422, without `groupBy`). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content =
                    @Content(
                            schema = @Schema(implementation = EffectivenessView.class),
                            examples = @ExampleObject(name = "effectiveness", value = InsightExamples.EFFECTIVENESS)))
    public EffectivenessView effectiveness(@BeanParam InTime time, @BeanParam Periods periods) {
        Moment moment = books.moment(time);
        Scope scope = periods.scope(moment);
        List<Figures> figures = ledger.figures(scope);
        List<EffectivenessGroup> groups = periods.groupBy == null
                ? null
                : figures.stream()
                        .map(group -> EffectivenessGroup.of(group, scope.by()))
                        .toList();
        EffectivenessGroup whole = EffectivenessGroup.of(whole(scope, figures), scope.by());
        if (groups == null && whole.effectiveness() == null) {
            throw RuleBroken.refused("nothing-to-collect", "nothing was owed or sold that could have been collected");
        }
        return new EffectivenessView(
                moment.asOf(),
                scope.from(),
                whole.effectiveness(),
                whole.begin(),
                whole.sales(),
                whole.end(),
                whole.endCurrent(),
                groups);
    }

    private static CollectionEffectiveness.Period period(Figures figures) {
        return new CollectionEffectiveness.Period(
                figures.before(), figures.salesOfPeriod(), figures.open(), figures.notDue());
    }

    /** Everything in the tenant's base currency. */
    private Figures whole(Scope scope, List<Figures> groups) {
        Currency base = tenancy.baseCurrency();
        List<Figures> found = scope.by() == GroupBy.CURRENCY
                ? groups
                : ledger.figures(new Scope(scope.moment(), scope.from(), GroupBy.CURRENCY, scope.sellerId()));
        return found.stream()
                .filter(figures -> figures.currency().equals(base))
                .findFirst()
                .orElseGet(() -> SalesLedger.none(base));
    }
}
