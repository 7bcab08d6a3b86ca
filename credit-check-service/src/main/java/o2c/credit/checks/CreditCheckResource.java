package o2c.credit.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import o2c.credit.checks.domain.CreditCheck;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.holds.domain.Purpose;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Credit checks: may this customer buy for this amount on credit, and why. */
@Path("/v1/credit-checks")
@Tag(name = "Credit checks")
class CreditCheckResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final CreditChecking checking;
    private final CheckBooks books;

    CreditCheckResource(CreditChecking checking, CheckBooks books) {
        this.checking = checking;
        this.books = books;
    }

    /**
     * The question.
     *
     * @param purpose quote, order, shipment or invoice
     * @param orderId required for order and shipment
     * @param amount including VAT, more than zero
     * @param paymentTermDays days from invoice to due day
     */
    record CheckRequest(
            @NotBlank @Size(max = 64) String customerId,
            @NotBlank String purpose,
            @Pattern(regexp = "\\P{Cntrl}{1,200}") String orderId,
            @NotNull Money amount,
            @Min(0) @Max(365) Integer paymentTermDays) {

        Question question() {
            return new Question(customerId, Purpose.of(purpose), orderId, amount, paymentTermDays);
        }
    }

    /**
     * A held order is let go.
     *
     * @param role in which capacity, such as credit-manager
     * @param until last business date on which it counts
     */
    @Schema(
            name = "OrderRelease",
            example = "{\"role\":\"credit-manager\",\"reason\":\"bank guarantee received\","
                    + "\"until\":\"2026-02-14\"}")
    record LettingGo(
            @NotBlank @Size(max = 64) String role,
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate until) {}

    /** The order as placed: it must be the one that was checked. */
    record Confirmation(
            @NotBlank @Size(max = 200) String orderId,
            @NotNull Money amount) {}

    @POST
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "checkCredit",
            summary = "May this customer buy for this amount on credit?",
            description = "A quote reserves nothing. An approved order reserves its amount (less a prepayment) until"
                    + " the end of expiresOn; a new check of the same order takes the place of the old one once"
                    + " approved. An approved shipment counts as delivered and not invoiced. Reasons: within-limit,"
                    + " within-tolerance, limit-exceeded, no-credit-limit, limit-in-other-currency,"
                    + " exposure-in-other-currency, group-limit-exceeded, insolvent, overdue-receivables,"
                    + " already-delivered, human-review, and the ids of hold rules. A check of an invoice tells"
                    + " everything and blocks nothing. Refusals: 400"
                    + " amount-not-positive, order-id-missing, purpose-unknown; 422 customer-unknown,"
                    + " order-in-other-currency. Scope: credit:write.")
    public RestResponse<CheckView> check(@NotNull @Valid CheckRequest request) {
        CreditCheck check = checking.check(request.question());
        return Answer.created("/v1/credit-checks/" + check.checkId(), CheckView.of(check));
    }

    @POST
    @Path("/{checkId}/confirmation")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "confirmOrder",
            summary = "The order is placed as checked",
            description = "Its room stays reserved until it is invoiced or cancelled. Confirming twice is confirming"
                    + " once. Refusals: 404 check-unknown; 409 check-expired, check-cancelled, check-replaced,"
                    + " order-changed, amount-changed,"
                    + " customer-insolvent; 422 check-not-confirmable. Scope: credit:write.")
    public CheckView confirm(@PathParam("checkId") UUID checkId, @NotNull @Valid Confirmation order) {
        return CheckView.of(checking.confirm(checkId, order.orderId(), order.amount()));
    }

    @POST
    @Path("/{checkId}/release")
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "releaseOrder",
            summary = "Let a held order or shipment go",
            description = "It takes its room whatever the limit says, until the end of until (within 90 days); an order"
                    + " is then confirmed as any other. Announces OrderReleased. Rules may name the roles that release"
                    + " what they hold. Refusals: 403 role-not-allowed; 404 check-unknown; 409 check-released,"
                    + " check-expired; 422 check-not-held, release-in-past, release-too-long,"
                    + " order-in-other-currency. Scope: credit:approve.")
    public CheckView release(@PathParam("checkId") UUID checkId, @NotNull @Valid LettingGo release) {
        return CheckView.of(checking.release(checkId, release.role(), release.reason(), release.until()));
    }

    @POST
    @Path("/{checkId}/cancellation")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "cancelOrder",
            summary = "The order is not placed after all",
            description = "What it still reserves is free again. Refusals: 404 check-unknown; 409 nothing-reserved."
                    + " Scope: credit:write.")
    public CheckView cancel(@PathParam("checkId") UUID checkId) {
        return CheckView.of(checking.cancel(checkId));
    }

    @GET
    @Path("/{checkId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getCreditCheck",
            summary = "A credit check as it was answered, and what became of it",
            description = "Refusal: 404 check-unknown. Scope: credit:read.")
    public RestResponse<CheckView> get(@PathParam("checkId") UUID checkId) {
        CreditCheck check = checking.find(checkId);
        return Answer.versioned(CheckView.of(check), check.status().ordinal());
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listCreditChecks",
            summary = "Credit checks, newest first",
            description = "Refusals: 400 limit-out-of-range, cursor-malformed, date-malformed. Scope: credit:read.")
    public Page<CheckView> list(@BeanParam CheckBooks.Filter filter, @BeanParam Paging paging) {
        UUID before = paging.afterId().orElse(LAST);
        return Page.of(
                books.page(filter, before, paging.limit() + 1).stream()
                        .map(CheckView::of)
                        .toList(),
                paging.limit(),
                view -> view.checkId().toString());
    }
}
