package o2c.credit.exposure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
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
    private final Books books;
    private final BooksInTime booksInTime;
    private final CreditLimiting limits;
    private final Tenancy tenancy;

    ExposureResource(
            CustomerRegister register, Books books, BooksInTime booksInTime, CreditLimiting limits, Tenancy tenancy) {
        this.register = register;
        this.books = books;
        this.booksInTime = booksInTime;
        this.limits = limits;
        this.tenancy = tenancy;
    }

    /**
     * An exposure in one currency.
     *
     * @param total open invoices + delivered not invoiced + reserved orders − open credits − unallocated cash
     * @param limit the limit in force on the day, or null
     * @param available limit − total; null without a limit in this currency
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
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") @Parameter(description = "An instant or a day.") String knownAt,
            @QueryParam("currency") @Parameter(description = "ISO 4217.") String currency) {
        register.require(customerId);
        LocalDate day = Optional.ofNullable(asOf).orElse(tenancy.today());
        if (day.isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/query/asOf");
        }
        Optional<Money> limit = limits.inForce(customerId, day).map(CreditLimit::amount);
        List<Exposure> all = asOf == null && knownAt == null ? books.of(customerId) : inTime(customerId, day, knownAt);
        Currency shown = currency == null ? usual(limit, all) : currencyOf(currency);
        Exposure one = all.stream()
                .filter(exposure -> exposure.currency().equals(shown))
                .findFirst()
                .orElse(Exposure.none(shown));
        return view(customerId, day, one, limit.orElse(null), all);
    }

    private static ExposureView view(
            String customerId, LocalDate day, Exposure exposure, Money limit, List<Exposure> all) {
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
                comparable ? limit.minus(exposure.total()) : null,
                all.stream()
                        .filter(other -> !other.currency().equals(exposure.currency()) && !other.isNothing())
                        .map(Exposure::total)
                        .toList());
    }

    private List<Exposure> inTime(String customerId, LocalDate day, String knownAt) {
        if (knownAt == null) {
            return booksInTime.asOf(customerId, day);
        }
        try {
            return knownAt.contains("T")
                    ? booksInTime.asOf(customerId, day, longEnoughAgo(Days.instant(knownAt)))
                    : booksInTime.asOf(customerId, day, Days.day(knownAt));
        } catch (RuleBroken malformed) {
            throw malformed.at("/query/knownAt");
        }
    }

    /** A transaction that began before the instant may still be running for a moment. */
    private Instant longEnoughAgo(Instant knownAt) {
        if (!booksInTime.isSettled(knownAt)) {
            throw RuleBroken.refused("known-at-too-recent", "knownAt is at least 10 seconds old");
        }
        return knownAt;
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
