package o2c.invoice.proofs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import o2c.invoice.proofs.InvoiceProofResource.ProofView;
import o2c.invoice.proofs.ProofsOfDelivery.Parties;
import o2c.invoice.proofs.ProofsOfDelivery.Proof;
import o2c.invoice.proofs.ProofsOfDelivery.Unproven;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Proofs of delivery that come before the invoice, and invoices for which there is none. */
@Path("/v1/proofs-of-delivery")
@Tag(name = "Proofs of delivery")
class ProofOfDeliveryResource {

    private final ProofsOfDelivery proofs;
    private final SellerRegister sellers;
    private final Tenancy tenancy;

    ProofOfDeliveryResource(ProofsOfDelivery proofs, SellerRegister sellers, Tenancy tenancy) {
        this.proofs = proofs;
        this.sellers = sellers;
        this.tenancy = tenancy;
    }

    /** A proof of a delivery to that customer. */
    @Schema(name = "DeliveryProofRequest")
    record DeliveryProof(
            @NotNull String customerId,
            String sellerId,
            @Valid @NotNull ProofRequest proof) {}

    /** An invoice with deliveries for which nobody has signed, and for how many days. */
    @Schema(name = "MissingProofOfDelivery")
    record MissingView(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            List<String> deliveryIds,
            LocalDate deliveredOn,
            long days) {}

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "recordProofOfDelivery",
            summary = "Record a signed proof of a delivery before its invoice",
            description = "Counts for every invoice of that seller to the customer that names the delivery. Refusals:"
                    + " `delivery-missing`, `seller-unknown`, `seller-ambiguous`, `date-in-future` (422),"
                    + " `id-malformed`, `pattern`, `instant-malformed` (400). Announces ProofOfDeliveryRecorded."
                    + " Scope `invoice:write`.")
    public RestResponse<ProofView> record(@Valid @NotNull DeliveryProof request) {
        if (request.proof().deliveryId() == null) {
            throw RuleBroken.refused("delivery-missing", "without an invoice a proof is for a delivery")
                    .at("/proof/deliveryId");
        }
        Parties parties = new Parties(Ids.callerChosen(request.customerId()), sellers.meant(request.sellerId()));
        LocalDate signedOn = request.proof().signedAt().atZone(tenancy.zone()).toLocalDate();
        Proof proof = request.proof().proof(signedOn, tenancy.today());
        proofs.record(proof, parties, null);
        return Answer.created("/v1/proofs-of-delivery", ProofView.of(proof));
    }

    @GET
    @Path("/missing")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listMissingProofsOfDelivery",
            summary = "List invoices with deliveries that nobody signed for",
            description = "Only invoices that name their deliveries. `days` counts from delivery, or from issue where"
                    + " the day of delivery was not told; ProofOfDeliveryMissing is announced when it reaches 7."
                    + " Refusals: `limit-out-of-range`, `cursor-malformed` (400). Scope `invoice:read`.")
    public Page<MissingView> missing(
            @QueryParam("customerId") String customerId,
            @QueryParam("sellerId") String sellerId,
            @BeanParam Paging paging) {
        LocalDate today = tenancy.today();
        List<MissingView> rows =
                proofs.missing(customerId, sellerId, paging.afterId().orElse(null), paging.limit() + 1).stream()
                        .map(invoice -> view(invoice, today))
                        .toList();
        return Page.of(rows, paging.limit(), row -> row.invoiceId().toString());
    }

    private static MissingView view(Unproven invoice, LocalDate today) {
        return new MissingView(
                invoice.invoiceId(),
                invoice.parties().customerId(),
                invoice.parties().sellerId(),
                invoice.invoiceNumber(),
                invoice.deliveryIds(),
                invoice.since(),
                ChronoUnit.DAYS.between(invoice.since(), today));
    }
}
