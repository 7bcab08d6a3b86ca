package o2c.dunning.calls;

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
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.calls.domain.CallOutcome;
import o2c.dunning.disputes.domain.DisputeCode;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
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

/** Calls to make, with their script, and what came of them. */
@Path("/v1/calls")
@Tag(name = "Calls")
class CallResource {

    private static final String EXAMPLE = "{\"outcome\":\"promised\",\"reasonCode\":\"cash-flow\",\"person\":\"Jan\","
            + "\"promisedOn\":\"2026-03-16\"}";

    private final Calling calling;
    private final CallLog log;
    private final Caller caller;

    CallResource(Calling calling, CallLog log, Caller caller) {
        this.calling = calling;
        this.log = log;
        this.caller = caller;
    }

    /**
     * What came of a call.
     *
     * @param outcome promised (needs promisedOn), disputed (needs disputeCode), asked (needs text), call-back (needs
     *     callBackOn), says-paid, refused, no-answer, wrong-number or talked
     * @param reasonCode why nothing was paid, in kebab case
     * @param invoiceNumbers what it is about; the invoices of the call unless told
     * @param amount of the promise or dispute; all that is open unless told
     * @param text what the customer contests or asks, in his words
     */
    record OutcomeRequest(
            @NotNull CallOutcome outcome,

            @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*") @Size(max = 40)
            String reasonCode,

            @Size(max = 4000) String note,
            @Size(max = 200) String person,
            LocalDate callBackOn,
            @Size(max = 100) List<@NotBlank @Size(max = 200) String> invoiceNumbers,
            Money amount,
            LocalDate promisedOn,
            DisputeCode disputeCode,
            @Size(min = 1, max = 4000) String text) {

        Calling.Talk talk() {
            return new Calling.Talk(
                    outcome,
                    reasonCode,
                    note,
                    person,
                    callBackOn,
                    new CallEffects.Wish(
                            invoiceNumbers == null ? List.of() : invoiceNumbers,
                            amount,
                            promisedOn,
                            disputeCode,
                            text));
        }
    }

    /**
     * A call that no step asked for.
     *
     * @param purpose dunning, service, visit or complaint
     */
    record CallRequest(
            @NotBlank @Size(max = 64) String customerId,
            @Size(max = 64) String sellerId,

            @NotNull @Pattern(regexp = "dunning|service|visit|complaint")
            String purpose,

            @NotNull @Valid OutcomeRequest talk) {}

    /**
     * A call that a step asks for.
     *
     * @param status due, or done
     * @param script what to say and to ask
     * @param dueOn the day of the next try; null when it is done
     * @param tries how often nobody answered
     */
    record CallView(
            UUID callId,
            String status,
            String customerId,
            String sellerId,
            int level,
            Money amount,
            String subject,
            String script,
            List<String> invoiceNumbers,
            LocalDate dueOn,
            int tries,
            CallOutcome lastOutcome) {}

    /** What a list can be narrowed to. */
    static class Filter {
        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("status")
        String status;

        CallLog.Wanted wanted() {
            if (status != null && !List.of("due", "done").contains(status)) {
                throw RuleBroken.invalid("status-unknown", "status is due or done")
                        .at("/query/status");
            }
            return new CallLog.Wanted(customerId, sellerId, status == null ? null : status.equals("due"));
        }
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listCalls",
            summary = "Calls that steps ask for, oldest first",
            description = "Filters: customerId, sellerId, status (due, done). Refusals: 400 status-unknown."
                    + " Scope: dunning:read.")
    public Page<CallView> list(@BeanParam Filter filter, @BeanParam Paging paging) {
        return Page.of(
                log.list(filter.wanted(), paging.afterId(), paging.limit()).stream()
                        .map(this::view)
                        .toList(),
                paging.limit(),
                call -> call.callId().toString());
    }

    @GET
    @Path("/{callId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getCall",
            summary = "One call with its script",
            description = "Refusals: 404 call-unknown. Scope: dunning:read.")
    public CallView get(@RestPath UUID callId) {
        return log.find(callId)
                .map(this::view)
                .orElseThrow(() -> RuleBroken.notFound("call-unknown", "there is no such call"));
    }

    @POST
    @Path("/{callId}/outcome")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "logCallOutcome",
            summary = "Note what came of a call; the outcome drives what follows",
            description = "promised makes a promise, disputed a dispute, asked an inquiry; call-back and says-paid let"
                    + " dunning wait; no-answer is tried again on the next business day, three times in all. Refusals:"
                    + " 404 call-unknown; 409 call-done, agreement-running; 422 wish-missing, one-invoice-needed,"
                    + " call-back-missing, call-back-in-past, call-back-too-late, and those of what it makes."
                    + " Scope: dunning:write.")
    public CallLog.Entry outcome(
            @RestPath UUID callId,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a promise", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    OutcomeRequest request) {
        return calling.outcome(callId, request.talk(), caller.subject());
    }

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "logCall",
            summary = "Note a call that no step asked for",
            description = "Service calls count too. Refusals: as for the outcome of a call. Scope: dunning:write.")
    public RestResponse<CallLog.Entry> log(@NotNull @Valid CallRequest request) {
        CallLog.Entry entry = calling.byHand(
                request.customerId(),
                request.sellerId(),
                request.purpose(),
                request.talk().talk(),
                caller.subject());
        return Answer.created("/v1/calls/log?customerId=" + request.customerId(), entry);
    }

    @GET
    @Path("/log")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listCallLog",
            summary = "What was said on the phone, oldest first",
            description = "Filter: customerId. Scope: dunning:read.")
    public Page<CallLog.Entry> entries(@QueryParam("customerId") String customerId, @BeanParam Paging paging) {
        return Page.of(
                log.entries(customerId, paging.afterId(), paging.limit()),
                paging.limit(),
                entry -> entry.logId().toString());
    }

    private CallView view(CallLog.Due due) {
        return new CallView(
                due.callId(),
                due.status(),
                due.customerId(),
                due.sellerId(),
                due.level(),
                due.amount(),
                due.subject(),
                due.script(),
                log.invoicesOf(due.callId()),
                due.dueOn(),
                due.tries(),
                due.lastOutcome());
    }
}
