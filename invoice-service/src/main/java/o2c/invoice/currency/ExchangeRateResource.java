package o2c.invoice.currency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import o2c.invoice.currency.domain.ExchangeRate;
import o2c.invoice.currency.domain.ExchangeRate.Quotation;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Preconditions;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What foreign currencies are worth, day by day. */
@Path("/v1/exchange-rates/{day}")
@Tag(name = "Exchange rates")
class ExchangeRateResource {

    private static final String STAND = """
        {"day":"2026-01-05","base":"EUR","rates":[{"currency":"USD","rate":"0.92",\
        "setFor":"2026-01-05","stale":false}],"source":"central bank"}\
        """;

    private static final String EXAMPLE =
            "{\"base\":\"EUR\",\"rates\":{\"USD\":\"0.92\",\"GBP\":\"1.155\"},\"source\":\"central bank\"}";

    private final ExchangeRates exchangeRates;
    private final Tenancy tenancy;
    private final Preconditions preconditions;

    ExchangeRateResource(ExchangeRates exchangeRates, Tenancy tenancy, Preconditions preconditions) {
        this.exchangeRates = exchangeRates;
        this.tenancy = tenancy;
        this.preconditions = preconditions;
    }

    /** All rates of a day. */
    @Schema(name = "ExchangeRatesRequest")
    record DayRates(
            @NotNull @Schema(implementation = String.class, description = "The tenant's base currency")
            Currency base,

            @NotNull @Size(min = 1, max = 200) @Schema(description = "Decimal strings by ISO 4217 code")
            Map<String, @NotNull BigDecimal> rates,

            @Schema(description = "base-per-unit unless told: amount times rate is the base amount")
            Quotation quotation,

            @NotNull @Size(min = 1, max = 200) String source) {}

    /** The rates that count on a day; {@code source} where that day's own were set. */
    @Schema(name = "ExchangeRates")
    record RatesView(LocalDate day, String base, List<RateView> rates, String source) {}

    /** Base currency per unit, the day it was set for, and whether it is more than five days old. */
    @Schema(name = "ExchangeRate")
    record RateView(String currency, BigDecimal rate, LocalDate setFor, boolean stale) {}

    @PUT
    @RolesAllowed("invoice:write")
    @Writes
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DayRates.class),
                            examples = @ExampleObject(name = "per unit", value = EXAMPLE)))
    @Operation(
            operationId = "putExchangeRates",
            summary = "Set the exchange rates of a day",
            description = "Replaces that day's rates as a new version; what is booked keeps its rate. Unchanged content"
                    + " answers the same ETag and announces nothing. Refusals: `base-currency-other`,"
                    + " `rate-out-of-range`, `rate-of-base-currency`, `date-in-future` (422), `currency-unknown`,"
                    + " `amount-malformed` (400), `changed-meanwhile` (412); a day that is none is not found (404)."
                    + " Announces ExchangeRateSet."
                    + " Scope `invoice:write`.")
    @APIResponse(
            responseCode = "200",
            description = "The rates as they stand",
            content =
                    @Content(
                            schema = @Schema(implementation = RatesView.class),
                            examples = @ExampleObject(name = "example", value = STAND)))
    public RestResponse<RatesView> put(@PathParam("day") LocalDate day, @Valid @NotNull DayRates told) {
        if (!told.base().equals(tenancy.baseCurrency())) {
            throw RuleBroken.refused("base-currency-other", "the base currency here is " + tenancy.baseCurrency())
                    .at("/base");
        }
        if (day.isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "rates are known up to the business date " + tenancy.today());
        }
        int before = exchangeRates.setFor(day).version();
        if (before > 0) {
            preconditions.ifMatch(before);
        }
        Quotation quotation = told.quotation() == null ? Quotation.BASE_PER_UNIT : told.quotation();
        List<ExchangeRate> rates = new TreeMap<>(told.rates())
                .entrySet().stream()
                        .map(one -> ExchangeRate.told(currency(one.getKey()), day, one.getValue(), quotation))
                        .toList();
        ExchangeRates.DaySet stands = exchangeRates.set(day, told.source(), rates);
        return Answer.versioned(view(day, stands.source(), stands.rates()), stands.version());
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getExchangeRates",
            summary = "Read the exchange rates that count on a day",
            description = "A currency without a rate for that day has the last one before it; `stale` when that is more"
                    + " than five days older. A day that is none is not found (404). Scope `invoice:read`.")
    public RestResponse<RatesView> get(@PathParam("day") LocalDate day) {
        ExchangeRates.DaySet own = exchangeRates.setFor(day);
        return Answer.versioned(
                view(day, own.source(), exchangeRates.knownOn(day).values()), own.version());
    }

    private RatesView view(LocalDate day, String source, Collection<ExchangeRate> rates) {
        List<RateView> views = rates.stream()
                .map(rate -> new RateView(
                        rate.currency().getCurrencyCode(), rate.rate(), rate.setFor(), rate.isStaleOn(day)))
                .sorted(Comparator.comparing(RateView::currency))
                .toList();
        return new RatesView(day, tenancy.baseCurrency().getCurrencyCode(), views, source);
    }

    private Currency currency(String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.invalid("currency-unknown", "this is no currency of ISO 4217")
                    .at("/rates/" + code);
        }
        if (currency.equals(tenancy.baseCurrency())) {
            throw RuleBroken.refused("rate-of-base-currency", "the base currency has no rate")
                    .at("/rates/" + code);
        }
        return currency;
    }
}
