package o2c.dunning.holds;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.holds.domain.Hold;
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

/** Dunning waits because somebody decided so; every hold has an end. */
@Path("/v1/holds")
@Tag(name = "Holds")
class HoldResource {

    private static final String EXAMPLE =
            "{\"customerId\":\"acme\",\"reason\":\"annual talks\",\"owner\":\"anna\"," + "\"until\":\"2026-03-31\"}";

    private final HoldKeeping keeping;
    private final Holds holds;
    private final Books books;
    private final Caller caller;

    HoldResource(HoldKeeping keeping, Holds holds, Books books, Caller caller) {
        this.keeping = keeping;
        this.holds = holds;
        this.books = books;
        this.caller = caller;
    }

    /**
     * Lets dunning wait.
     *
     * @param sellerId all sellers unless told
     * @param invoiceNumber all invoices unless told
     * @param owner whose business it is
     * @param until the last day on hold, at most 92 days ahead
     */
    record HoldRequest(
            @NotBlank @Size(max = 64) String customerId,
            @Size(max = 64) String sellerId,
            @Size(min = 1, max = 200) String invoiceNumber,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 200) String owner,
            @NotNull LocalDate until) {}

    /**
     * A hold.
     *
     * @param status running, lifted or expired
     */
    record HoldView(
            UUID holdId,
            String status,
            String customerId,
            String sellerId,
            UUID invoiceId,
            String invoiceNumber,
            String reason,
            String owner,
            LocalDate setOn,
            String setBy,
            LocalDate until,
            LocalDate endedOn,
            String endedBy) {

        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.holdId(),
                    hold.status(),
                    hold.subject().customerId(),
                    hold.subject().sellerId(),
                    hold.subject().invoiceId(),
                    hold.subject().invoiceNumber(),
                    hold.grounds().reason(),
                    hold.grounds().owner(),
                    hold.term().setOn(),
                    hold.grounds().setBy(),
                    hold.term().until(),
                    hold.isRunning() ? null : hold.ending().endedOn(),
                    hold.isRunning() ? null : hold.ending().endedBy());
        }
    }

    /** What a list can be narrowed to. */
    static class Filter {
        @QueryParam("customerId")
        String customerId;

        @QueryParam("owner")
        String owner;

        @QueryParam("status")
        String status;

        Holds.Wanted wanted() {
            if (status != null && !List.of("running", "lifted", "expired").contains(status)) {
                throw RuleBroken.invalid("status-unknown", "running, lifted or expired")
                        .at("/query/status");
            }
            return new Holds.Wanted(customerId, owner, status);
        }
    }

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "setHold",
            summary = "Let dunning of a customer, or of one invoice, wait",
            description = "Interest goes on; the next step comes after the hold. Refusals: 422 hold-ends-in-past,"
                    + " hold-too-long, invoice-unknown (with Retry-After), invoice-of-another-customer,"
                    + " seller-ambiguous. Scope: dunning:write.")
    public RestResponse<HoldView> set(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a customer", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    HoldRequest request) {
        Hold hold = keeping.set(
                new HoldKeeping.About(request.customerId(), request.sellerId(), request.invoiceNumber()),
                new Hold.Grounds(request.reason(), request.owner(), caller.subject()),
                request.until());
        return Answer.created("/v1/holds/" + hold.holdId(), HoldView.of(hold));
    }

    @POST
    @Path("/{holdId}/lifting")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "liftHold",
            summary = "End a hold before its time",
            description = "Refusals: 404 hold-unknown; 409 hold-ended. Scope: dunning:write.")
    public HoldView lift(@RestPath UUID holdId) {
        return HoldView.of(keeping.lift(holdId, caller.subject()));
    }

    @GET
    @Path("/{holdId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getHold",
            summary = "One hold",
            description = "Refusals: 404 hold-unknown. Scope: dunning:read.")
    public HoldView get(@RestPath UUID holdId) {
        return holds.find(holdId)
                .map(HoldView::of)
                .orElseThrow(() -> RuleBroken.notFound("hold-unknown", "there is no such hold"));
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listHolds",
            summary = "Holds, oldest first",
            description = "Filters: customerId, owner, status (running, lifted, expired). Refusals: 400"
                    + " status-unknown; 422 date-in-future, known-at-too-recent. Scope: dunning:read.")
    public Page<HoldView> list(@BeanParam Filter filter, @BeanParam InTime inTime, @BeanParam Paging paging) {
        return Page.of(
                holds.list(filter.wanted(), books.moment(inTime), paging.afterId(), paging.limit()).stream()
                        .map(HoldView::of)
                        .toList(),
                paging.limit(),
                hold -> hold.holdId().toString());
    }
}
