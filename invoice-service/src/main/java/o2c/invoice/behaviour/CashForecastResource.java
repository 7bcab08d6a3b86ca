package o2c.invoice.behaviour;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import o2c.invoice.behaviour.CashForecasts.Expected;
import o2c.invoice.books.GroupBy;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which money is to be expected when. */
@Path("/v1/receivables/cash-forecast")
@Tag(name = "Receivables")
class CashForecastResource {

    private static final int MOST_WEEKS = 52;
    private static final int DAYS = 7;

    private static final String EXAMPLE = """
        {"asOf":"2026-03-31","groups":[{"currency":"EUR","weeks":[
         {"from":"2026-04-01","to":"2026-04-07","amount":"1210.00"},
         {"from":"2026-04-08","to":"2026-04-14","amount":"0.00"}],"later":"605.00","total":"1815.00"}]}\
        """;

    private final Books books;
    private final CashForecasts forecasts;

    CashForecastResource(Books books, CashForecasts forecasts) {
        this.books = books;
        this.forecasts = forecasts;
    }

    /** What is expected, per group and currency. */
    @Schema(name = "CashForecast")
    record ForecastView(LocalDate asOf, List<Group> groups) {}

    /** One group; amounts are in its currency, and weeks and later add up to what is open. */
    @Schema(name = "CashForecastGroup")
    record Group(
            String sellerId,
            String customerId,
            String segment,
            String country,
            String currency,
            List<Week> weeks,
            BigDecimal later,
            BigDecimal total) {}

    /** Seven days, both ends included. */
    @Schema(name = "CashForecastWeek")
    record Week(LocalDate from, LocalDate to, BigDecimal amount) {}

    private record Key(String group, String currency) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getCashForecast",
            summary = "Which money is to be expected in which week",
            description = "What is open at the close of `asOf`, by the week in which each item is expected: its due day"
                    + " plus the customer's habit of the last 365 days (signed days late weighted by amount, whole"
                    + " days; of at least three settled invoices, else everybody's, else none), never before the next"
                    + " day. Weeks follow `asOf`; what comes after the last is `later`. Unallocated cash and late"
                    + " charges are left out. Refusals: `date-malformed`, `instant-malformed`, `value-unknown` (400),"
                    + " `date-in-future`, `known-at-too-recent`, `weeks-out-of-range` (422). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The weeks",
            content =
                    @Content(
                            schema = @Schema(implementation = ForecastView.class),
                            examples = @ExampleObject(name = "forecast", value = EXAMPLE)))
    public ForecastView forecast(
            @BeanParam InTime time,
            @QueryParam("weeks") @DefaultValue("13") @Parameter(description = "1 to 52") int weeks,
            @QueryParam("groupBy") @DefaultValue("currency") GroupBy groupBy,
            @QueryParam("sellerId") String sellerId) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw RuleBroken.refused("weeks-out-of-range", "a forecast has 1 to " + MOST_WEEKS + " weeks")
                    .at("/query/weeks");
        }
        Moment moment = books.moment(time);
        Map<Key, List<Expected>> groups = forecasts.ahead(moment, weeks, groupBy, sellerId).stream()
                .collect(Collectors.groupingBy(
                        expected -> new Key(expected.group(), expected.currency()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new ForecastView(
                moment.asOf(),
                groups.entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue(), new Frame(moment.asOf(), weeks, groupBy)))
                        .toList());
    }

    private record Frame(LocalDate asOf, int weeks, GroupBy by) {

        Week week(int number, BigDecimal amount) {
            LocalDate first = asOf.plusDays(1L + (long) number * DAYS);
            return new Week(first, first.plusDays(DAYS - 1L), amount);
        }
    }

    private static Group group(Key key, List<Expected> expected, Frame frame) {
        Currency currency = Currency.getInstance(key.currency());
        Map<Integer, Money> byWeek =
                expected.stream().collect(Collectors.toMap(Expected::week, Expected::amount, Money::plus));
        Money zero = Money.zero(currency);
        List<Week> weeks = IntStream.range(0, frame.weeks())
                .mapToObj(i -> frame.week(i, byWeek.getOrDefault(i, zero).amount()))
                .toList();
        return new Group(
                GroupBy.SELLER.of(frame.by(), key.group()),
                GroupBy.CUSTOMER.of(frame.by(), key.group()),
                GroupBy.SEGMENT.of(frame.by(), key.group()),
                GroupBy.COUNTRY.of(frame.by(), key.group()),
                key.currency(),
                weeks,
                byWeek.getOrDefault(frame.weeks(), zero).amount(),
                Money.sum(byWeek.values(), currency).amount());
    }
}
