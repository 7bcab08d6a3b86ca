package o2c.invoice.duedates;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import o2c.invoice.duedates.DueDates.Asked;
import o2c.invoice.duedates.DueDates.Kept;
import o2c.invoice.receivables.domain.DueDateChange;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Another agreed day for an invoice. */
@Path("/v1/invoices/{invoiceId}/due-date-changes")
@Tag(name = "Due dates")
class DueDateChangeResource {

    private static final String BOOKED = """
        {"changeId":"019b8c5d-7e00-7000-8000-000000000105",\
        "invoiceId":"019b8c5d-7e00-7000-8000-000000000042","kind":"deferral",\
        "formerDueOn":"2026-02-04","dueOn":"2026-03-04","status":"booked",\
        "reason":"season starts in March"}\
        """;

    private final DueDates dueDates;

    DueDateChangeResource(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    /** The new day, and why. */
    @Schema(name = "DueDateChangeRequest")
    record Request(
            @NotNull DueDateChange.Kind kind,
            @NotNull @Schema(examples = "2026-03-04") LocalDate dueOn,

            @Size(min = 1, max = 500) @Schema(description = "Where it shows that the old day was wrong")
            String evidence,

            @NotNull @Size(min = 1, max = 500) String reason) {}

    /** A change, asked for or booked. */
    @Schema(name = "DueDateChange")
    record ChangeView(
            UUID changeId,
            UUID invoiceId,
            DueDateChange.Kind kind,
            LocalDate formerDueOn,
            LocalDate dueOn,

            @Schema(enumeration = {"pending", "booked", "declined"})
            String status,

            @Schema(description = "Decide it at POST /v1/approvals/{id}/decision")
            UUID approvalId,

            String evidence,
            String reason) {

        static ChangeView of(Kept kept) {
            return new ChangeView(
                    kept.id(),
                    kept.invoiceId(),
                    kept.kind(),
                    kept.formerDueOn(),
                    kept.dueOn(),
                    kept.status(),
                    kept.approvalId(),
                    kept.evidence(),
                    kept.reason());
        }
    }

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(
                                            name = "more time",
                                            value = "{\"kind\":\"deferral\",\"dueOn\":\"2026-03-04\","
                                                    + "\"reason\":\"season starts in March\"}")))
    @Operation(
            operationId = "changeDueDate",
            summary = "Correct or defer the due day of an invoice",
            description = "`correction`: the old day was wrong; needs `evidence`, waits as `pending` until somebody"
                    + " else agrees, and then counts from the start: an invoice that is not late by the new day never"
                    + " was. `deferral`: more time is given; dunning follows, the day for insurance and limitation"
                    + " stays, and what was late stays late. Refusals: `invoice-unknown` (404), `evidence-missing`,"
                    + " `due-date-unchanged`, `due-before-issue`, `deferral-not-later`, `nothing-open` (422),"
                    + " `date-malformed`, `date-out-of-range` (400). Announces DueDateChanged, OverdueWithdrawn. Scope"
                    + " `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The change, booked or pending",
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeView.class),
                            examples = @ExampleObject(name = "example", value = BOOKED)))
    public RestResponse<ChangeView> change(@PathParam("invoiceId") UUID invoiceId, @Valid @NotNull Request request) {
        Asked asked = new Asked(request.kind(), request.dueOn(), request.evidence(), request.reason());
        return Answer.created(
                "/v1/invoices/" + invoiceId + "/due-date-changes", ChangeView.of(dueDates.ask(invoiceId, asked)));
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listDueDateChanges",
            summary = "Read how an invoice's due day changed",
            description = "Refusal: `invoice-unknown` (404). Scope `invoice:read`.")
    public Page<ChangeView> list(@PathParam("invoiceId") UUID invoiceId) {
        return new Page<>(dueDates.of(invoiceId).stream().map(ChangeView::of).toList(), null);
    }
}
