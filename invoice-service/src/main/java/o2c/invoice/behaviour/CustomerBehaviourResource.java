package o2c.invoice.behaviour;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.behaviour.LoyaltyRules.Version;
import o2c.invoice.behaviour.PaymentPractices.Scope;
import o2c.invoice.behaviour.domain.Loyalty;
import o2c.invoice.behaviour.domain.Loyalty.Kept;
import o2c.invoice.books.GroupBy;
import o2c.kernel.Money;
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

/** How one customer pays. */
@Path("/v1/customers/{customerId}/payment-behaviour")
@Tag(name = "Receivables")
class CustomerBehaviourResource {

    private static final int LONGEST_STREAK = 1000;

    private static final String CUSTOMER =
            "{\"customerId\":\"acme\",\"asOf\":\"2026-03-31\",\"items\":[" + PracticeView.EXAMPLE
                    + "],\"onTimeStreak\":12,\"lateNow\":false,\"loyalty\":{\"version\":1,\"invoices\":10,"
                    + "\"bonusPercentage\":\"1.00\",\"bonus\":{\"amount\":\"6.21\",\"currency\":\"EUR\"}}}";

    private final Books books;
    private final PaymentPractices practices;
    private final LoyaltyRules loyalty;
    private final Tenancy tenancy;

    CustomerBehaviourResource(Books books, PaymentPractices practices, LoyaltyRules loyalty, Tenancy tenancy) {
        this.books = books;
        this.practices = practices;
        this.loyalty = loyalty;
        this.tenancy = tenancy;
    }

    /** How one customer pays, and what paying in time earns him. */
    @Schema(name = "CustomerPaymentBehaviour")
    record CustomerView(
            String customerId,
            LocalDate asOf,
            @Schema(description = "One per currency") List<PracticeView> items,

            @Schema(description = "Latest invoices paid in time in a row, at most 1000; 0 while one is late")
            int onTimeStreak,

            boolean lateNow,

            @Schema(description = "Left out where the tenant has no loyalty rule")
            LoyaltyView loyalty) {}

    /** What a streak has earned under the rule in force; a reward is for the caller to grant. */
    @Schema(name = "LoyaltyEarned")
    record LoyaltyView(
            int version,
            int invoices,
            @Schema(implementation = String.class) BigDecimal bonusPercentage,
            Money bonus) {

        private static LoyaltyView of(Version version, Money bonus) {
            Loyalty rule = version.rule();
            return new LoyaltyView(
                    version.number(), rule.invoices(), rule.bonus().value(), bonus);
        }
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getCustomerPaymentBehaviour",
            summary = "How a customer pays, his on-time streak and what it earns",
            description = "The streak counts the latest settled invoices that were paid in time, and is 0 while"
                    + " something is late. The bonus is the loyalty rule's percentage of the streak's oldest invoices,"
                    + " as many as make whole rewards, in the base currency. A customer who settled nothing has no"
                    + " figures." + PracticeView.REFUSALS)
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomerView.class),
                            examples = @ExampleObject(name = "behaviour", value = CUSTOMER)))
    public CustomerView customer(
            @PathParam("customerId") String customerId,
            @BeanParam InTime time,
            @QueryParam("periodDays") @Parameter(description = "1 to 3660; limits the figures, not the streak")
                    Integer periodDays,
            @QueryParam("sellerId") String sellerId) {
        Moment moment = books.moment(time);
        Scope scope = new Scope(moment, PracticeView.from(moment, periodDays), GroupBy.CURRENCY, customerId, sellerId);
        List<Kept> newestFirst = practices.newestFirst(scope, LONGEST_STREAK);
        boolean lateNow = practices.isLateNow(scope);
        int streak = Loyalty.streak(newestFirst, lateNow);
        LoyaltyView earned = loyalty.inForceOn(moment.asOf())
                .map(version ->
                        LoyaltyView.of(version, version.rule().earned(newestFirst, streak, tenancy.baseCurrency())))
                .orElse(null);
        return new CustomerView(customerId, moment.asOf(), PracticeView.all(practices, scope), streak, lateNow, earned);
    }
}
