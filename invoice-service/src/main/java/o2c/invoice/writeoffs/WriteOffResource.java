package o2c.invoice.writeoffs;

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
import o2c.invoice.receivables.domain.WriteOff;
import o2c.invoice.writeoffs.WriteOffs.Asked;
import o2c.invoice.writeoffs.WriteOffs.Kept;
import o2c.kernel.Money;
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

/** Giving up what is open on an invoice. */
@Path("/v1/invoices/{invoiceId}/write-offs")
@Tag(name = "Write-offs")
class WriteOffResource {

    private static final String BOOKED = """
        {"writeOffId":"019b8c5d-7e00-7000-8000-000000000104",\
        "invoiceId":"019b8c5d-7e00-7000-8000-000000000042","kind":"small-difference",\
        "amount":{"amount":"0.35","currency":"EUR"},"status":"booked","writtenOffOn":"2026-02-10",\
        "reason":"bank costs"}\
        """;

    private final WriteOffs writeOffs;

    WriteOffResource(WriteOffs writeOffs) {
        this.writeOffs = writeOffs;
    }

    /** What is to be given up, and why. */
    @Schema(name = "WriteOffRequest")
    record Request(
            @NotNull WriteOff.Kind kind,

            @Schema(description = "Including VAT; all that is open unless told")
            Money amount,

            @Size(min = 1, max = 200) @Schema(description = "The insurer's reference, where it agreed to a waiver")
            String insurerConsent,

            @NotNull @Size(min = 1, max = 500) String reason) {}

    /** A write-off, asked for or booked. */
    @Schema(name = "WriteOff")
    record WriteOffView(
            UUID writeOffId,
            UUID invoiceId,
            WriteOff.Kind kind,
            Money amount,

            @Schema(enumeration = {"pending", "booked", "declined"})
            String status,

            @Schema(description = "Decide it at POST /v1/approvals/{id}/decision")
            UUID approvalId,

            LocalDate writtenOffOn,
            String insurerConsent,
            String reason) {

        static WriteOffView of(Kept kept) {
            return new WriteOffView(
                    kept.id(),
                    kept.invoiceId(),
                    kept.kind(),
                    kept.amount(),
                    kept.status(),
                    kept.approvalId(),
                    kept.writtenOffOn(),
                    kept.insurerConsent(),
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
                                            name = "bank costs",
                                            value = "{\"kind\":\"small-difference\",\"amount\":{\"amount\":\"0.35\","
                                                    + "\"currency\":\"EUR\"},\"reason\":\"bank costs\"}")))
    @Operation(
            operationId = "writeOffInvoice",
            summary = "Write off what is open on an invoice",
            description = "`small-difference` is booked at once up to the tolerance and settles the invoice;"
                    + " `bookkeeping` takes it out of the ledger while the claim lives on; `waived` ends the debt;"
                    + " `settled-by-composition` is the rest after a composition. All but the first wait as `pending`"
                    + " until somebody else agrees (`GET /v1/approvals`). Refusals: `invoice-unknown` (404),"
                    + " `nothing-open`, `write-off-exceeds-outstanding`, `difference-too-large`,"
                    + " `waiver-would-void-cover` (insured, and no `insurerConsent`), `amount-not-positive` (422),"
                    + " `currency-mismatch`, `value-unknown` (400). Announces InvoiceWrittenOff, InvoiceSettled."
                    + " Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The write-off, booked or pending",
            content =
                    @Content(
                            schema = @Schema(implementation = WriteOffView.class),
                            examples = @ExampleObject(name = "example", value = BOOKED)))
    public RestResponse<WriteOffView> writeOff(
            @PathParam("invoiceId") UUID invoiceId, @Valid @NotNull Request request) {
        Asked asked = new Asked(request.kind(), request.amount(), request.insurerConsent(), request.reason());
        return Answer.created(
                "/v1/invoices/" + invoiceId + "/write-offs", WriteOffView.of(writeOffs.ask(invoiceId, asked)));
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listWriteOffs",
            summary = "Read the write-offs of an invoice",
            description = "Refusal: `invoice-unknown` (404). Scope `invoice:read`.")
    public Page<WriteOffView> list(@PathParam("invoiceId") UUID invoiceId) {
        return new Page<>(writeOffs.of(invoiceId).stream().map(WriteOffView::of).toList(), null);
    }
}
