package o2c.credit.exposure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.exposure.domain.Elsewhere;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.ExposureLine;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer owes or is about to owe. */
@Path("/v1/customers/{customerId}/exposure")
@Tag(name = "Exposure")
class ExposureResource {

    private final CustomerRegister register;
    private final Exposures exposures;
    private final RateBook rates;
    private final CreditLimiting limits;
    private final Books books;
    private final Tenancy tenancy;

    ExposureResource(
            CustomerRegister register,
            Exposures exposures,
            RateBook rates,
            CreditLimiting limits,
            Books books,
            Tenancy tenancy) {
        this.register = register;
        this.exposures = exposures;
        this.rates = rates;
        this.limits = limits;
        this.books = books;
        this.tenancy = tenancy;
    }

    /**
     * An exposure in one currency.
     *
     * @param total open invoices + delivered not invoiced + reserved orders − open credits − unallocated cash
     * @param limit the limit in force on the day, or null
     * @param available limit − total − converted; null without a limit in this currency
     * @param lines all of it line by line, each with its currency and rate; they add up to total and converted
     * @param converted what is owed in other currencies, at the last rates known on the day
     * @param otherCurrencies totals in other currencies, not part of this one
     */
    record ExposureView(
            String customerId,
            LocalDate asOf,
            Money openInvoices,
            Money deliveredNotInvoiced,
            Money reservedOrders,
            Money openCredits,
            Money unallocatedCash,
            Money total,
            Money limit,
            Money available,
            List<ExposureLine> lines,
            Money converted,
            List<Money> otherCurrencies) {}

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getExposure",
            summary = "What a customer owes or is about to owe, and what of the limit is free",
            description = "State at the close of business day asOf (today when absent), as known now, at the instant"
                    + " knownAt (at least 10 seconds old) or at the close of the day knownAt. In the currency asked"
                    + " for; else in the limit's; else in the only one there is; else in the tenant's base currency."
                    + " Refusals: 400 currency-unknown, date-malformed, instant-malformed; 404 customer-unknown;"
                    + " 422 date-in-future, known-at-too-recent. Scope: credit:read.")
    public ExposureView get(
            @PathParam("customerId") String customerId,
            @BeanParam InTime asked,
            @QueryParam("currency") @Parameter(description = "ISO 4217.") String currency) {
        register.require(customerId);
        Moment moment = books.moment(asked);
        Optional<Money> limit = limits.inForce(customerId, moment).map(CreditLimit::amount);
        List<Exposure> all = exposures.at(customerId, moment);
        Currency shown = currency == null ? usual(limit, all) : currencyOf(currency);
        Exposure one = all.stream()
                .filter(exposure -> exposure.currency().equals(shown))
                .findFirst()
                .orElse(Exposure.none(shown));
        Elsewhere elsewhere = Elsewhere.of(all, shown, each -> rates.on(each, moment.asOf()));
        return view(customerId, moment.asOf(), one, limit.orElse(null), all, elsewhere);
    }

    private static ExposureView view(
            String customerId, LocalDate day, Exposure exposure, Money limit, List<Exposure> all, Elsewhere elsewhere) {
        Money converted = elsewhere.total(exposure.currency());
        List<ExposureLine> lines = new ArrayList<>(exposure.lines());
        elsewhere.lines().stream()
                .map(line -> ExposureLine.converted(line.kind(), line.converted()))
                .forEach(lines::add);
        boolean comparable = limit != null && limit.currency().equals(exposure.currency());
        return new ExposureView(
                customerId,
                day,
                exposure.openInvoices(),
                exposure.deliveredNotInvoiced(),
                exposure.reservedOrders(),
                exposure.openCredits(),
                exposure.unallocatedCash(),
                exposure.total(),
                limit,
                comparable ? limit.minus(exposure.total()).minus(converted) : null,
                lines,
                converted,
                all.stream()
                        .filter(other -> !other.currency().equals(exposure.currency()) && !other.isNothing())
                        .map(Exposure::total)
                        .toList());
    }

    private Currency usual(Optional<Money> limit, List<Exposure> all) {
        List<Exposure> held =
                all.stream().filter(exposure -> !exposure.isNothing()).toList();
        return limit.map(Money::currency)
                .orElseGet(() -> held.size() == 1 ? held.get(0).currency() : tenancy.baseCurrency());
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.invalid("currency-unknown", "a currency is an ISO 4217 code such as EUR")
                    .at("/query/currency");
        }
    }
}
