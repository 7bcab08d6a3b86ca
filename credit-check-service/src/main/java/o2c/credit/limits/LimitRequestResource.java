package o2c.credit.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import o2c.credit.customers.CustomerRegister;
import o2c.credit.limits.domain.LimitRequest;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Asking for a credit limit, and deciding on what was asked. */
@Path("/v1/customers/{customerId}/credit-limit-requests")
@Tag(name = "Credit limits")
class LimitRequestResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final LimitRequesting requesting;
    private final LimitRequests requests;
    private final CustomerRegister register;
    private final Caller caller;

    LimitRequestResource(LimitRequesting requesting, LimitRequests requests, CustomerRegister register, Caller caller) {
        this.requesting = requesting;
        this.requests = requests;
        this.register = register;
        this.caller = caller;
    }

    /**
     * A wish for a limit.
     *
     * @param amount the whole limit, zero or more; not the change
     * @param validTo last day in force; without it the limit stands until a later one
     */
    record Wish(
            @NotNull Money amount,
            @NotNull LocalDate validFrom,
            LocalDate validTo,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * A yes or no.
     *
     * @param decision approved or declined
     */
    record Verdict(
            @NotNull @Pattern(regexp = "approved|declined") String decision,
            @Size(max = 1000) String reason) {}

    /**
     * A request and what became of it.
     *
     * @param status pending, approved or declined
     * @param approvalId where it waits for a second person, or null
     */
    record RequestView(
            UUID requestId,
            String customerId,
            String status,
            Money amount,
            LocalDate validFrom,
            LocalDate validTo,
            String reason,
            String requestedBy,
            LocalDate requestedOn,
            UUID approvalId,
            String decidedBy,
            LocalDate decidedOn,
            String decisionReason) {

        static RequestView of(LimitRequestRow row) {
            return new RequestView(
                    row.id,
                    row.customerId,
                    row.status,
                    row.money(),
                    row.validFrom,
                    row.validTo,
                    row.reason,
                    row.requestedBy,
                    row.requestedOn,
                    row.approvalId,
                    row.decidedBy,
                    row.decidedOn,
                    row.decisionReason);
        }
    }

    @POST
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "requestCreditLimit",
            summary = "Ask for a credit limit",
            description = "Approved at once up to the credit policy's threshold, in the currency of the limit; above"
                    + " it pending until somebody else decides, here or among the approvals."
                    + " Refusals: 400 limit-negative, period-reversed;"
                    + " 404 customer-unknown; 422 limit-already-over. Scope: credit:write.")
    public RestResponse<RequestView> ask(@PathParam("customerId") String customerId, @NotNull @Valid Wish wish) {
        LimitRequestRow row = requesting.ask(new LimitRequest(
                Ids.next(),
                customerId,
                wish.amount(),
                wish.validFrom(),
                wish.validTo(),
                wish.reason(),
                LimitRequest.Status.PENDING,
                caller.subject()));
        return Answer.created("/v1/customers/" + customerId + "/credit-limit-requests/" + row.id, RequestView.of(row));
    }

    @POST
    @Path("/{requestId}/decision")
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "decideOnCreditLimit",
            summary = "Say yes or no to a pending request",
            description = "Refusals: 403 four-eyes on one's own request; 404 request-unknown; 409 already-decided;"
                    + " 422 limit-already-over. Scope: credit:approve.")
    public RequestView decide(
            @PathParam("customerId") String customerId,
            @PathParam("requestId") UUID requestId,
            @NotNull @Valid Verdict verdict) {
        return RequestView.of(
                requesting.decide(customerId, requestId, verdict.decision().equals("approved"), verdict.reason()));
    }

    @GET
    @Path("/{requestId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getCreditLimitRequest",
            summary = "One request for a limit",
            description = "Refusal: 404 request-unknown. Scope: credit:read.")
    public RestResponse<RequestView> get(
            @PathParam("customerId") String customerId, @PathParam("requestId") UUID requestId) {
        LimitRequestRow row = requesting.find(customerId, requestId);
        return Answer.versioned(RequestView.of(row), row.version);
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listCreditLimitRequests",
            summary = "A customer's requests for a limit, oldest first",
            description = "Refusals: 400 limit-out-of-range, cursor-malformed; 404 customer-unknown."
                    + " Scope: credit:read.")
    public Page<RequestView> list(@PathParam("customerId") String customerId, @BeanParam Paging paging) {
        register.require(customerId);
        UUID after = paging.afterId().orElse(FIRST);
        return Page.of(
                requests.page(customerId, after, paging.limit()).stream()
                        .map(RequestView::of)
                        .toList(),
                paging.limit(),
                view -> view.requestId().toString());
    }
}
