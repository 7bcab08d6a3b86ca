package o2c.invoice.proofs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import o2c.invoice.proofs.ProofsOfDelivery.Parties;
import o2c.invoice.proofs.ProofsOfDelivery.Proof;
import o2c.invoice.receivables.InvoiceLedger;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The proofs of delivery beside an invoice. */
@Path("/v1/invoices/{invoiceId}/proofs-of-delivery")
@Tag(name = "Proofs of delivery")
class InvoiceProofResource {

    private static final String RECORDED = """
        {"proofId":"019b8c5d-7e00-7000-8000-000000000102","deliveryId":"DEL-9","signer":"J. de Vries",\
        "signedAt":"2026-01-05T09:30:00Z",\
        "hash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}\
        """;

    private final ProofsOfDelivery proofs;
    private final InvoiceLedger invoices;
    private final Tenancy tenancy;

    InvoiceProofResource(ProofsOfDelivery proofs, InvoiceLedger invoices, Tenancy tenancy) {
        this.proofs = proofs;
        this.invoices = invoices;
        this.tenancy = tenancy;
    }

    /** A proof as kept. */
    @Schema(name = "ProofOfDelivery")
    record ProofView(UUID proofId, String deliveryId, String signer, Instant signedAt, String hash, String document) {

        static ProofView of(Proof proof) {
            return new ProofView(
                    proof.id(), proof.deliveryId(), proof.signer(), proof.signedAt(), proof.hash(), proof.document());
        }
    }

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "recordInvoiceProofOfDelivery",
            summary = "Record a signed proof of delivery for an invoice",
            description = "For one of the deliveries the invoice names, or, without `deliveryId`, for everything it"
                    + " bills. The document stays where it is; its hash shows later that it is the same. Refusals:"
                    + " `invoice-unknown` (404), `delivery-not-on-invoice`, `date-in-future` (422), `pattern`,"
                    + " `instant-malformed` (400). Announces ProofOfDeliveryRecorded. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The proof",
            content =
                    @Content(
                            schema = @Schema(implementation = ProofView.class),
                            examples = @ExampleObject(name = "example", value = RECORDED)))
    public RestResponse<ProofView> record(
            @PathParam("invoiceId") UUID invoiceId, @Valid @NotNull ProofRequest request) {
        Invoice invoice = invoices.known(invoiceId);
        if (request.deliveryId() != null
                && !invoice.content().references().deliveryIds().contains(request.deliveryId())) {
            throw RuleBroken.refused("delivery-not-on-invoice", "the invoice does not name this delivery")
                    .at("/deliveryId");
        }
        LocalDate signedOn = request.signedAt().atZone(tenancy.zone()).toLocalDate();
        Proof proof = request.proof(signedOn, tenancy.today());
        proofs.record(
                proof,
                new Parties(invoice.content().customerId(), invoice.content().sellerId()),
                invoice);
        return Answer.created("/v1/invoices/" + invoiceId + "/proofs-of-delivery", ProofView.of(proof));
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listInvoiceProofsOfDelivery",
            summary = "Read the proofs of delivery for an invoice",
            description = "Those recorded for it, and those of deliveries that it names. Refusal: `invoice-unknown`"
                    + " (404). Scope `invoice:read`.")
    public Page<ProofView> list(@PathParam("invoiceId") UUID invoiceId) {
        return new Page<>(
                proofs.of(invoices.known(invoiceId)).stream().map(ProofView::of).toList(), null);
    }
}
