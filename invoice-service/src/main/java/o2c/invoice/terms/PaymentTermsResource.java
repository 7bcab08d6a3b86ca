package o2c.invoice.terms;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.terms.domain.DiscountStep;
import o2c.invoice.terms.domain.Instalment;
import o2c.invoice.terms.domain.PaymentTerms;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Payment terms as versioned data. */
@Path("/v1/payment-terms")
@Tag(name = "Payment terms")
class PaymentTermsResource {

    private static final String SCHEDULE = """
        {"termsId":"net-30","version":1,"instalments":[{"number":1,"dueOn":"2026-02-19",\
        "payableOn":"2026-02-19","amount":{"amount":"1490.64","currency":"EUR"}}],\
        "discounts":[{"until":"2026-02-03","discount":{"amount":"29.81","currency":"EUR"},\
        "toPay":{"amount":"1460.83","currency":"EUR"},"skonto":"#SKONTO#TAGE=14#PROZENT=2.00#"}]}\
        """;

    private static final String EXAMPLE = """
        {"name":"Half at once, half in 30 days","effectiveFrom":"2026-01-01","instalments":[\
        {"weight":"50","netDays":0},{"weight":"50","netDays":30}],"discounts":[{"withinDays":14,\
        "percentage":"2.00"}],"lateInterest":{"basis":"contractual","annualRate":"12.00"},\
        "holidayShift":"following"}\
        """;

    private final TermsBook book;
    private final Tenancy tenancy;

    PaymentTermsResource(TermsBook book, Tenancy tenancy) {
        this.book = book;
        this.tenancy = tenancy;
    }

    /** A version of payment terms. */
    @Schema(name = "PaymentTermsVersion")
    record TermsView(String termsId, int version, LocalDate effectiveFrom, TermsRequest terms) {

        static TermsView of(TermsBook.Kept kept) {
            return new TermsView(
                    kept.version().termsId(),
                    kept.version().version(),
                    kept.version().effectiveFrom(),
                    kept.content());
        }
    }

    /** An invoice to be put under the terms. */
    @Schema(name = "PaymentTermsCalculation")
    record Calculation(@NotNull LocalDate issuedOn, @NotNull Money total) {}

    /** What would be due, and what paying early would save. */
    @Schema(name = "PaymentTermsSchedule")
    record ScheduleView(String termsId, int version, List<InstalmentView> instalments, List<DiscountView> discounts) {}

    /** One part of what is owed. */
    @Schema(name = "InstalmentDue")
    record InstalmentView(int number, LocalDate dueOn, LocalDate payableOn, Money amount) {

        static InstalmentView of(Instalment part) {
            return new InstalmentView(part.number(), part.dueOn(), part.payableOn(), part.amount());
        }
    }

    /** A discount in money: pay {@code toPay} by {@code until}. */
    @Schema(name = "DiscountOffered")
    record DiscountView(LocalDate until, Money discount, Money toPay, String skonto) {

        static DiscountView of(DiscountStep step, Calculation asked) {
            Money discount = step.of(asked.total());
            return new DiscountView(
                    step.until(asked.issuedOn()), discount, asked.total().minus(discount), step.asSkonto());
        }
    }

    @PUT
    @Path("/{termsId}")
    @RolesAllowed("invoice:write")
    @Writes
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TermsRequest.class),
                            examples = @ExampleObject(name = "instalments", value = EXAMPLE)))
    @Operation(
            operationId = "putPaymentTerms",
            summary = "Agree a version of payment terms",
            description = "Adds a version that counts for invoices issued from `effectiveFrom` on; older versions stay."
                    + " What the last version says already changes nothing (200, same ETag). `method` says how"
                    + " days and month ends are counted; instalments share by weight (largest remainder) and are"
                    + " receivables of their own; discounts are steps of rising days and falling percentage; with"
                    + " `holidayShift` `following` the last day for payment moves to the next bank business day."
                    + " Refusals: `id-malformed`, `wrong-type`, `value-unknown` (400), `due-rule-missing`,"
                    + " `due-rule-ambiguous`, `terms-out-of-range`, `weight-not-positive`,"
                    + " `instalments-out-of-order`, `instalments-out-of-range`, `discounts-out-of-order`,"
                    + " `percentage-out-of-range`, `interest-rate-wrong` (422). Scope `invoice:write`.")
    public RestResponse<TermsView> put(@PathParam("termsId") String termsId, @Valid @NotNull TermsRequest request) {
        LocalDate from = request.effectiveFrom() == null ? tenancy.today() : request.effectiveFrom();
        TermsBook.Kept kept = book.add(Ids.callerChosen(termsId), from, request);
        TermsView view = TermsView.of(kept);
        return kept.isNew() && view.version() == 1
                ? Answer.createdVersioned("/v1/payment-terms/" + termsId, view, view.version())
                : Answer.versioned(view, view.version());
    }

    @GET
    @Path("/{termsId}")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getPaymentTerms",
            summary = "Read the version of payment terms in force",
            description = "On the business date unless `asOf` names another day of issue. Refusals:"
                    + " `payment-terms-unknown` (404), `payment-terms-not-yet-effective` (422), `date-malformed`"
                    + " (400). Scope `invoice:read`.")
    public RestResponse<TermsView> get(
            @PathParam("termsId") String termsId,
            @QueryParam("asOf") @Parameter(description = "A day of issue") LocalDate asOf) {
        List<TermsBook.Kept> versions = known(termsId);
        int inForce =
                book.inForce(termsId, asOf == null ? tenancy.today() : asOf).version();
        return Answer.versioned(TermsView.of(versions.get(inForce - 1)), inForce);
    }

    @GET
    @Path("/{termsId}/versions")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listPaymentTermsVersions",
            summary = "Read all versions of payment terms",
            description = "The first first. Refusal: `payment-terms-unknown` (404). Scope `invoice:read`.")
    public Page<TermsView> versions(@PathParam("termsId") String termsId) {
        return new Page<>(known(termsId).stream().map(TermsView::of).toList(), null);
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listPaymentTerms",
            summary = "List payment terms by id, the latest version of each",
            description = "Refusals: `limit-out-of-range`, `cursor-malformed` (400). Scope `invoice:read`.")
    public Page<TermsView> list(@BeanParam Paging paging) {
        List<TermsView> rows = book.latestAfter(paging.after().orElse(""), paging.limit() + 1).stream()
                .map(TermsView::of)
                .toList();
        return Page.of(rows, paging.limit(), TermsView::termsId);
    }

    @POST
    @Path("/{termsId}/calculations")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "calculatePaymentTerms",
            summary = "See what would be due under these terms",
            description = "Days, instalments and discounts of an invoice issued on that day; nothing is stored, no"
                    + " Idempotency-Key is needed. `skonto` is the step as German invoices write it. Refusals:"
                    + " `payment-terms-unknown` (404), `payment-terms-not-yet-effective`, `amount-not-positive` (422)."
                    + " Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "Days, parts and discounts",
            content =
                    @Content(
                            schema = @Schema(implementation = ScheduleView.class),
                            examples = @ExampleObject(name = "example", value = SCHEDULE)))
    public ScheduleView calculate(@PathParam("termsId") String termsId, @Valid @NotNull Calculation asked) {
        known(termsId);
        if (!asked.total().isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "an invoice asks for a positive amount")
                    .at("/total");
        }
        var version = book.inForce(termsId, asked.issuedOn());
        PaymentTerms terms = version.terms();
        return new ScheduleView(
                termsId,
                version.version(),
                terms.schedule(asked.issuedOn(), asked.total()).stream()
                        .map(InstalmentView::of)
                        .toList(),
                terms.discounts().stream()
                        .map(step -> DiscountView.of(step, asked))
                        .toList());
    }

    private List<TermsBook.Kept> known(String termsId) {
        List<TermsBook.Kept> versions = book.versions(termsId);
        if (versions.isEmpty()) {
            throw RuleBroken.notFound("payment-terms-unknown", "there are no payment terms with this id");
        }
        return versions;
    }
}
