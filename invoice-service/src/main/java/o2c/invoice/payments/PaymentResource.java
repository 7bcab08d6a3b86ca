package o2c.invoice.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import o2c.invoice.payments.CashReceipts.Booked;
import o2c.invoice.payments.CashReceipts.Named;
import o2c.invoice.payments.PaymentView.AllocationView;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Money that came in, and where it went. */
@Path("/v1/payments")
@Tag(name = "Payments")
class PaymentResource {

    private static final String REFUSALS = " Refusals: `seller-unknown`, `seller-ambiguous`, `date-in-future`"
            + " (received after the business date), `amount-not-positive`, `invoice-unknown`,"
            + " `payment-exceeds-outstanding`, `allocation-exceeds-payment`, `allocation-repeated`,"
            + " `allocation-other-seller`, `exchange-rate-missing` (422), `id-malformed`, `text-malformed`,"
            + " `wrong-minor-digits` (400).";

    private final CashReceipts receipts;
    private final SellerRegister sellers;
    private final Payments payments;
    private final Allocations allocations;

    PaymentResource(CashReceipts receipts, SellerRegister sellers, Payments payments, Allocations allocations) {
        this.receipts = receipts;
        this.sellers = sellers;
        this.payments = payments;
        this.allocations = allocations;
    }

    /** A receipt. The seller may be left out while the tenant has one. */
    @Schema(name = "PaymentRequest")
    record Receipt(
            @NotNull String customerId,
            @NotNull Money amount,
            @NotNull LocalDate receivedOn,
            String sellerId,
            @Size(max = 500) String reference,
            String orderId,
            @Size(max = 500) List<@Valid @NotNull Part> allocations) {}

    /** What is to be set against which invoice. */
    @Schema(name = "AllocationRequest")
    record Part(
            String sellerId,
            @NotNull String invoiceNumber,
            @NotNull Money amount) {}

    /** An allocation of what is left; without parts the order of law says where it goes. */
    @Schema(name = "LaterAllocation")
    record LaterAllocation(@Size(max = 500) List<@Valid @NotNull Part> allocations) {}

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "receivePayment",
            summary = "Book a payment",
            description = "With `allocations` the payer's word counts and the rest stays unallocated. Without, it goes"
                    + " to the invoice whose number the reference quotes, else to the only one open for exactly this"
                    + " amount, then to what is due first and oldest; the rest stays unallocated." + REFUSALS
                    + " Announces PaymentReceived, PaymentAllocated, InvoiceSettled. Scope `invoice:write`.")
    public RestResponse<PaymentView> receive(@Valid @NotNull Receipt receipt) {
        String seller = sellers.meant(sellerTold(receipt));
        Payment payment = new Payment(
                Ids.next(),
                receipt.customerId(),
                seller,
                receipt.amount(),
                receipt.amount(),
                receipt.receivedOn(),
                receipt.reference(),
                receipt.orderId());
        return created(receipts.receive(payment, named(receipt.allocations(), seller)));
    }

    @POST
    @Path("/{paymentId}/allocations")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "allocatePayment",
            summary = "Set what is left of a payment against invoices",
            description = "Counts on the business date." + REFUSALS + " Also `payment-unknown` (404),"
                    + " `nothing-to-allocate` (422). Announces PaymentAllocated, InvoiceSettled."
                    + " Scope `invoice:write`.")
    public RestResponse<PaymentView> allocate(
            @PathParam("paymentId") UUID paymentId, @Valid @NotNull LaterAllocation allocation) {
        String seller = payments.byId(paymentId)
                .orElseThrow(CashReceipts::unknown)
                .payment()
                .sellerId();
        return created(receipts.allocate(paymentId, named(allocation.allocations(), seller)));
    }

    @GET
    @Path("/{paymentId}")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getPayment",
            summary = "Read a payment and where it went",
            description = "Refusal: `payment-unknown` (404). Scope `invoice:read`.")
    public RestResponse<PaymentView> get(@PathParam("paymentId") UUID paymentId) {
        Payments.PaymentRow row = payments.byId(paymentId).orElseThrow(CashReceipts::unknown);
        List<AllocationView> parts = allocations.of(List.of(paymentId)).getOrDefault(paymentId, List.of());
        return Answer.versioned(PaymentView.of(row.payment(), parts, row.updatedAt()), row.version());
    }

    private static RestResponse<PaymentView> created(Booked booked) {
        List<AllocationView> parts =
                booked.shares().stream().map(AllocationView::of).toList();
        Payment payment = booked.payment();
        return Answer.created("/v1/payments/" + payment.id(), PaymentView.of(payment, parts, null));
    }

    /** The seller as told: by name, or by the first allocation that names one. */
    private static String sellerTold(Receipt receipt) {
        if (receipt.sellerId() != null || receipt.allocations() == null) {
            return receipt.sellerId();
        }
        return receipt.allocations().stream()
                .map(Part::sellerId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Named> named(List<Part> parts, String seller) {
        if (parts == null) {
            return List.of();
        }
        for (int i = 0; i < parts.size(); i++) {
            String told = parts.get(i).sellerId();
            if (told != null && !told.equals(seller)) {
                throw RuleBroken.refused(
                                "allocation-other-seller", "money for " + seller + " cannot pay invoices of another")
                        .at("/allocations/" + i + "/sellerId");
            }
        }
        return parts.stream()
                .map(part -> new Named(part.invoiceNumber(), part.amount()))
                .toList();
    }
}
