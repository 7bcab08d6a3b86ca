package o2c.dunning.promises;

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
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.promises.domain.Promise;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers promised to pay. Dunning of the invoices waits until the last day of the promise. */
@Path("/v1/promises")
@Tag(name = "Promises")
class PromiseResource {

    private static final String EXAMPLE = """
            {"customerId":"acme","sellerId":"delta","invoiceNumbers":["2026-0042"],
             "amount":{"amount":"210.00","currency":"EUR"},"promisedOn":"2026-03-16","channel":"call"}""";

    private final PromiseKeeping keeping;
    private final Promises promises;
    private final Books books;
    private final Tenancy tenancy;
    private final Caller caller;

    PromiseResource(PromiseKeeping keeping, Promises promises, Books books, Tenancy tenancy, Caller caller) {
        this.keeping = keeping;
        this.promises = promises;
        this.books = books;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /**
     * A customer promises to pay.
     *
     * @param sellerId optional while one seller is known
     * @param amount what he will pay; all that is open on the invoices unless told
     * @param promisedOn at most 31 days ahead
     * @param graceDays bank days after promisedOn that still count as kept; 2 unless told
     * @param graceAmount what may be missing; 1.00 unless told
     * @param channel by which way it was heard; {@code person}: from whom
     */
    record PromiseRequest(
            @NotBlank @Size(max = 64) String customerId,
            @Size(max = 64) String sellerId,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 200) String> invoiceNumbers,
            Money amount,
            @NotNull LocalDate promisedOn,
            @Min(0) @Max(10) Integer graceDays,
            Money graceAmount,
            @Size(max = 20) String channel,
            @Size(max = 200) String person) {}

    /** An invoice of a promise, with what was open on it when the promise was made. */
    record ItemView(UUID invoiceId, String invoiceNumber, Money openThen) {

        static ItemView of(AgreedItem item) {
            return new ItemView(item.invoiceId(), item.invoiceNumber(), item.openThen());
        }
    }

    /**
     * A promise.
     *
     * @param status open, kept, partly-kept, broken or withdrawn
     * @param lastDay the last day on which dunning waits for it
     * @param received what came in for it by its end; null while open
     */
    record PromiseView(
            UUID promiseId,
            String status,
            String customerId,
            String sellerId,
            List<ItemView> items,
            Money amount,
            LocalDate promisedOn,
            LocalDate lastDay,
            LocalDate madeOn,
            String channel,
            String person,
            String takenBy,
            Money received,
            LocalDate endedOn) {

        static PromiseView of(Promise promise) {
            Optional<Promise.Ending> ending = Optional.ofNullable(promise.ending());
            return new PromiseView(
                    promise.promiseId(),
                    promise.status(),
                    promise.account().customerId(),
                    promise.account().sellerId(),
                    promise.items().stream().map(ItemView::of).toList(),
                    promise.amount(),
                    promise.promisedOn(),
                    promise.lastDay(),
                    promise.noted().madeOn(),
                    promise.noted().channel(),
                    promise.noted().person(),
                    promise.noted().takenBy(),
                    ending.map(Promise.Ending::received).orElse(null),
                    ending.map(Promise.Ending::endedOn).orElse(null));
        }
    }

    /** What a list can be narrowed to. */
    static class Filter {
        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("status")
        String status;

        Promises.Wanted wanted() {
            boolean known = status == null
                    || List.of("open", "kept", "partly-kept", "broken", "withdrawn")
                            .contains(status);
            if (!known) {
                throw RuleBroken.invalid("status-unknown", "open, kept, partly-kept, broken or withdrawn")
                        .at("/query/status");
            }
            return new Promises.Wanted(customerId, sellerId, status);
        }
    }

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "makePromise",
            summary = "Note that a customer promised to pay",
            description = "Kept as soon as the money is set against the invoices; else broken, or partly kept, when"
                    + " its last day is over, and dunning goes on with the next step. Refusals: 400 currency-mismatch;"
                    + " 409 agreement-running; 422 invoice-unknown (with Retry-After), seller-ambiguous,"
                    + " invoice-of-another-customer, currencies-mixed, promised-on-in-past, promised-on-too-late,"
                    + " nothing-open, amount-not-positive, promise-exceeds-outstanding. Scope: dunning:write.")
    public RestResponse<PromiseView> make(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "on the phone", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    PromiseRequest request) {
        Promise promise = keeping.make(
                new PromiseKeeping.Said(
                        request.customerId(),
                        request.sellerId(),
                        request.invoiceNumbers(),
                        request.amount(),
                        request.promisedOn(),
                        request.graceDays(),
                        request.graceAmount()),
                new Promise.Noted(request.channel(), request.person(), caller.subject(), tenancy.today()));
        return Answer.created("/v1/promises/" + promise.promiseId(), PromiseView.of(promise));
    }

    @POST
    @Path("/{promiseId}/withdrawal")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "withdrawPromise",
            summary = "Take a promise back: the customer revoked it, or it was noted by mistake",
            description = "Dunning goes on. Refusals: 404 promise-unknown; 409 promise-ended. Scope: dunning:write.")
    public PromiseView withdraw(@RestPath UUID promiseId) {
        return PromiseView.of(keeping.withdraw(promiseId));
    }

    @GET
    @Path("/{promiseId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getPromise",
            summary = "One promise",
            description = "Refusals: 404 promise-unknown. Scope: dunning:read.")
    public PromiseView get(@RestPath UUID promiseId) {
        return promises.find(promiseId)
                .map(PromiseView::of)
                .orElseThrow(() -> RuleBroken.notFound("promise-unknown", "there is no such promise"));
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listPromises",
            summary = "Promises, oldest first",
            description = "Filters: customerId, sellerId, status (open, kept, partly-kept, broken, withdrawn)."
                    + " Refusals: 400 status-unknown; 422 date-in-future, known-at-too-recent. Scope: dunning:read.")
    public Page<PromiseView> list(@BeanParam Filter filter, @BeanParam InTime inTime, @BeanParam Paging paging) {
        return Page.of(
                promises.list(filter.wanted(), books.moment(inTime), paging.afterId(), paging.limit()).stream()
                        .map(PromiseView::of)
                        .toList(),
                paging.limit(),
                promise -> promise.promiseId().toString());
    }
}
