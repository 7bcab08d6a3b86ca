package o2c.dunning.plans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.plans.domain.PaymentPlan;
import o2c.dunning.plans.domain.PaymentPlan.Instalment;
import o2c.dunning.plans.domain.Rhythm;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Instalments that were agreed with customers. Dunning of the invoices waits while they come. */
@Path("/v1/payment-plans")
@Tag(name = "Payment plans")
class PaymentPlanResource {

    private static final String EXAMPLE = """
            {"customerId":"acme","sellerId":"delta","invoiceNumbers":["2026-0042"],"instalments":3,
             "firstOn":"2026-03-16"}""";

    private final PlanKeeping keeping;
    private final PaymentPlans plans;
    private final Books books;
    private final Caller caller;

    PaymentPlanResource(PlanKeeping keeping, PaymentPlans plans, Books books, Caller caller) {
        this.keeping = keeping;
        this.plans = plans;
        this.books = books;
        this.caller = caller;
    }

    /**
     * Agrees on a plan for all that is open on some invoices.
     *
     * @param sellerId optional while one seller is known
     * @param instalments how many, in equal cents; what does not divide goes to the last ones
     * @param everyDays days between them; a month unless told
     * @param consentId the insurer's consent, needed when the plan ends after his extension period
     */
    record PlanRequest(
            @NotBlank @Size(max = 64) String customerId,
            @Size(max = 64) String sellerId,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 200) String> invoiceNumbers,
            @NotNull @Min(1) @Max(60) Integer instalments,
            @NotNull LocalDate firstOn,
            @Min(1) @Max(366) Integer everyDays,
            @Size(min = 1, max = 200) String consentId) {}

    /** One part of a plan. */
    record InstalmentView(int number, LocalDate dueOn, Money amount) {

        static InstalmentView of(Instalment one) {
            return new InstalmentView(one.number(), one.dueOn(), one.amount());
        }
    }

    /**
     * A plan.
     *
     * @param status running, kept, missed or cancelled
     * @param received what came in for it since it was agreed (by its end, when it has one)
     */
    record PlanView(
            UUID planId,
            String status,
            String customerId,
            String sellerId,
            List<String> invoiceNumbers,
            Money amount,
            Money received,
            List<InstalmentView> instalments,
            String consentId,
            LocalDate agreedOn,
            String agreedBy,
            LocalDate endedOn) {}

    /** What a list can be narrowed to. */
    static class Filter {
        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("status")
        String status;

        PaymentPlans.Wanted wanted() {
            if (status != null
                    && !List.of("running", "kept", "missed", "cancelled").contains(status)) {
                throw RuleBroken.invalid("status-unknown", "running, kept, missed or cancelled")
                        .at("/query/status");
            }
            return new PaymentPlans.Wanted(customerId, sellerId, status);
        }
    }

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "agreePaymentPlan",
            summary = "Agree on instalments",
            description = "Kept when all came; missed, and over, when an instalment is not there two bank days after"
                    + " its day. Where something of the customer's is insured, a plan that ends after the extension"
                    + " period (counted from the oldest due day) needs the insurer's consent. Refusals: 409"
                    + " agreement-running; 422 invoice-unknown (with Retry-After), seller-ambiguous,"
                    + " invoice-of-another-customer, currencies-mixed, nothing-open, first-instalment-in-past,"
                    + " instalment-too-small, plan-exceeds-extension-period. Scope: dunning:write.")
    public RestResponse<PlanView> agree(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "three months", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    PlanRequest request) {
        PaymentPlan plan = keeping.agree(
                new PlanKeeping.Asked(
                        request.customerId(),
                        request.sellerId(),
                        request.invoiceNumbers(),
                        new Rhythm(request.instalments(), request.firstOn(), request.everyDays()),
                        request.consentId()),
                caller.subject());
        return Answer.created("/v1/payment-plans/" + plan.planId(), view(plan));
    }

    @POST
    @Path("/{planId}/cancellation")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "cancelPaymentPlan",
            summary = "End a plan before its time",
            description = "Dunning goes on. Refusals: 404 plan-unknown; 409 plan-ended. Scope: dunning:write.")
    public PlanView cancel(@RestPath UUID planId) {
        return view(keeping.cancel(planId));
    }

    @GET
    @Path("/{planId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getPaymentPlan",
            summary = "One payment plan",
            description = "Refusals: 404 plan-unknown. Scope: dunning:read.")
    public PlanView get(@RestPath UUID planId) {
        return plans.find(planId)
                .map(this::view)
                .orElseThrow(() -> RuleBroken.notFound("plan-unknown", "there is no such plan"));
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listPaymentPlans",
            summary = "Payment plans, oldest first",
            description = "Filters: customerId, sellerId, status (running, kept, missed, cancelled). Refusals: 400"
                    + " status-unknown; 422 date-in-future, known-at-too-recent. Scope: dunning:read.")
    public Page<PlanView> list(@BeanParam Filter filter, @BeanParam InTime inTime, @BeanParam Paging paging) {
        return Page.of(
                plans.list(filter.wanted(), books.moment(inTime), paging.afterId(), paging.limit()).stream()
                        .map(this::view)
                        .toList(),
                paging.limit(),
                plan -> plan.planId().toString());
    }

    private PlanView view(PaymentPlan plan) {
        Optional<PaymentPlan.Ending> ending = Optional.ofNullable(plan.ending());
        return new PlanView(
                plan.planId(),
                plan.status(),
                plan.account().customerId(),
                plan.account().sellerId(),
                plan.items().stream().map(item -> item.invoiceNumber()).toList(),
                plan.amount(),
                ending.map(PaymentPlan.Ending::received).orElseGet(() -> keeping.receivedFor(plan)),
                plan.instalments().stream().map(InstalmentView::of).toList(),
                plan.consentId(),
                plan.agreed().on(),
                plan.agreed().by(),
                ending.map(PaymentPlan.Ending::endedOn).orElse(null));
    }
}
