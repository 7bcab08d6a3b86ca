package o2c.invoice.behaviour;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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

/** How customers pay. */
@Path("/v1")
@Tag(name = "Receivables")
class BehaviourResource {

    private static final int LONGEST_STREAK = 1000;
    private static final int LONGEST_PERIOD = 3660;
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private static final String REFUSALS = " Refusals: `date-malformed`, `instant-malformed`, `value-unknown` (400),"
            + " `date-in-future`, `known-at-too-recent`, `period-out-of-range` (422). Scope `invoice:read`.";

    private static final String FIGURES = """
        {"currency":"EUR","invoices":27,"amount":{"amount":"1584.18","currency":"EUR"},"lateInvoices":1,
         "lateShare":"0.0370","averageDaysLate":"0.6296","averageSignedDays":"-12.5556","maxDaysLate":17,
         "weightedDaysLate":"0.5221","weightedSignedDays":"-12.6021","averageRepaymentTerm":"17.4444",
         "weightedRepaymentTerm":"17.3979"}\
        """;

    private static final String PORTFOLIO = "{\"asOf\":\"2026-03-31\",\"items\":[" + FIGURES + "]}";

    private static final String CUSTOMER = "{\"customerId\":\"acme\",\"asOf\":\"2026-03-31\",\"items\":[" + FIGURES
            + "],\"onTimeStreak\":12,\"lateNow\":false,\"loyalty\":{\"version\":1,\"invoices\":10,"
            + "\"bonusPercentage\":\"1.00\",\"bonus\":{\"amount\":\"6.21\",\"currency\":\"EUR\"}}}";

    private final Books books;
    private final PaymentPractices practices;
    private final LoyaltyRules loyalty;
    private final Tenancy tenancy;

    BehaviourResource(Books books, PaymentPractices practices, LoyaltyRules loyalty, Tenancy tenancy) {
        this.books = books;
        this.practices = practices;
        this.loyalty = loyalty;
        this.tenancy = tenancy;
    }

    /** How customers pay, per group and currency. */
    @Schema(name = "PaymentBehaviours")
    record BehaviourView(LocalDate asOf, List<PracticeView> items) {}

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
    @Path("/receivables/payment-behaviour")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getPaymentBehaviour",
            summary = "How customers pay: days late, signed and weighted, repayment term",
            description = "Over invoices settled by money at the close of `asOf`, of these the ones whose last money"
                    + " came in the last `periodDays` days (all when left out), per group and currency." + REFUSALS)
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            schema = @Schema(implementation = BehaviourView.class),
                            examples = @ExampleObject(name = "behaviour", value = PORTFOLIO)))
    public BehaviourView all(
            @BeanParam InTime time,
            @QueryParam("periodDays") @Parameter(description = "1 to 3660") Integer periodDays,
            @QueryParam("groupBy") @DefaultValue("currency") GroupBy groupBy,
            @QueryParam("sellerId") String sellerId) {
        Moment moment = books.moment(time);
        Scope scope = new Scope(moment, from(moment, periodDays), groupBy, null, sellerId);
        return new BehaviourView(moment.asOf(), views(scope));
    }

    @GET
    @Path("/customers/{customerId}/payment-behaviour")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getCustomerPaymentBehaviour",
            summary = "How a customer pays, his on-time streak and what it earns",
            description = "The streak counts the latest settled invoices that were paid in time, and is 0 while"
                    + " something is late. The bonus is the loyalty rule's percentage of the streak's oldest invoices,"
                    + " as many as make whole rewards, in the base currency. A customer who settled nothing has no"
                    + " figures." + REFUSALS)
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
        Scope scope = new Scope(moment, from(moment, periodDays), GroupBy.CURRENCY, customerId, sellerId);
        List<Kept> newestFirst = practices.newestFirst(scope, LONGEST_STREAK);
        boolean lateNow = practices.isLateNow(scope);
        int streak = Loyalty.streak(newestFirst, lateNow);
        LoyaltyView earned = loyalty.inForceOn(moment.asOf())
                .map(version ->
                        LoyaltyView.of(version, version.rule().earned(newestFirst, streak, tenancy.baseCurrency())))
                .orElse(null);
        return new CustomerView(customerId, moment.asOf(), views(scope), streak, lateNow, earned);
    }

    private List<PracticeView> views(Scope scope) {
        return practices.of(scope).stream()
                .map(found -> PracticeView.of(found, scope.by()))
                .toList();
    }

    private static LocalDate from(Moment moment, Integer days) {
        if (days == null) {
            return EVER;
        }
        if (days < 1 || days > LONGEST_PERIOD) {
            throw RuleBroken.refused("period-out-of-range", "a period has 1 to " + LONGEST_PERIOD + " days")
                    .at("/query/periodDays");
        }
        return moment.asOf().minusDays(days - 1L);
    }
}
