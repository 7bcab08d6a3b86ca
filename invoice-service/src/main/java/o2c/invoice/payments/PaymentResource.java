package o2c.invoice.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import o2c.invoice.payments.CashReceipts.Booked;
import o2c.invoice.payments.CashReceipts.Wish;
import o2c.invoice.payments.PaymentView.AllocationView;
import o2c.invoice.payments.domain.Payment;
import o2c.runtime.http.Answer;
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

/** Money that came in, and where it went. */
@Path("/v1/payments")
@Tag(name = "Payments")
class PaymentResource {

    private static final String REFUSALS = " Refusals: `seller-unknown`, `seller-ambiguous`, `date-in-future`"
            + " (received after the business date), `amount-not-positive`, `invoice-unknown`,"
            + " `payment-exceeds-outstanding`, `allocation-exceeds-payment`, `allocation-repeated`,"
            + " `allocation-other-seller`, `on-account-or-allocated`, `exchange-rate-missing` (422),"
            + " `external-id-taken` (409), `id-malformed`, `text-malformed`, `wrong-minor-digits` (400).";

    private final CashReceipts receipts;
    private final PaymentIntake intake;
    private final Payments payments;
    private final Allocations allocations;

    PaymentResource(CashReceipts receipts, PaymentIntake intake, Payments payments, Allocations allocations) {
        this.receipts = receipts;
        this.intake = intake;
        this.payments = payments;
        this.allocations = allocations;
    }

    /** An allocation of what is left; without parts the order of law says where it goes. */
    @Schema(name = "LaterAllocation")
    record LaterAllocation(@Size(max = 500) List<PaymentRequest.@Valid @NotNull Part> allocations) {}

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "receivePayment",
            summary = "Book a payment",
            description = "With `allocations` the payer's word counts and the rest stays unallocated; with `onAccount`"
                    + " all of it does. Without, it goes to the invoice whose number or payment reference is quoted,"
                    + " else to the only one open for exactly this amount, be it short of a discount; then in the order"
                    + " of law: what is due, the most onerous, the oldest, the like in proportion. Naming `orderId`"
                    + " it goes to invoices of that order only, and the rest is kept for it. Claimed late charges take"
                    + " part as `chargesOrder` of `/v1/cash-rules` says. Discount for early payment that `receivedOn`"
                    + " earns is granted; one deducted too late stays open with `restReason`; differences within the"
                    + " tolerances are written off or kept." + REFUSALS
                    + " Announces PaymentReceived, PaymentAllocated, LateChargesPaid, DiscountTaken,"
                    + " InvoiceWrittenOff, InvoiceSettled, OverdueWithdrawn, CashReleased. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The payment, and where it went",
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = PaymentExamples.ANSWER)))
    public RestResponse<PaymentView> receive(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PaymentRequest.class),
                                            examples =
                                                    @ExampleObject(name = "receipt", value = PaymentExamples.RECEIPT)))
                    @Valid
                    @NotNull
                    PaymentRequest receipt) {
        return created(intake.receive(receipt), receipt.externalId());
    }

    @POST
    @Path("/{paymentId}/allocations")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "allocatePayment",
            summary = "Set what is left of a payment against invoices",
            description = "Counts on the business date; discounts are earned by `receivedOn`. As with a new payment:"
                    + " named amounts, or the order of law." + REFUSALS + " Also `payment-unknown` (404),"
                    + " `payment-reversed` (409), `nothing-to-allocate` (422). Announces PaymentAllocated,"
                    + " LateChargesPaid, DiscountTaken, InvoiceWrittenOff, InvoiceSettled, OverdueWithdrawn,"
                    + " CashReleased. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The payment, and what this allocation set against which invoice",
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = PaymentExamples.ANSWER)))
    public RestResponse<PaymentView> allocate(
            @PathParam("paymentId") UUID paymentId,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = LaterAllocation.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "allocation",
                                                            value = PaymentExamples.ALLOCATION)))
                    @Valid
                    @NotNull
                    LaterAllocation allocation) {
        Payments.PaymentRow row = payments.byId(paymentId).orElseThrow(CashReceipts::unknown);
        Wish wish = new Wish(
                PaymentRequest.named(allocation.allocations(), row.payment().sellerId()), false);
        return created(receipts.allocate(paymentId, wish), row.externalId());
    }

    @GET
    @Path("/{paymentId}")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getPayment",
            summary = "Read a payment and where it went",
            description = "Refusal: `payment-unknown` (404). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The payment",
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = PaymentExamples.ANSWER)))
    public RestResponse<PaymentView> get(@PathParam("paymentId") UUID paymentId) {
        Payments.PaymentRow row = payments.byId(paymentId).orElseThrow(CashReceipts::unknown);
        List<AllocationView> parts = allocations.of(List.of(paymentId)).getOrDefault(paymentId, List.of());
        return Answer.versioned(PaymentView.of(row, parts), row.version());
    }

    private static RestResponse<PaymentView> created(Booked booked, String externalId) {
        List<AllocationView> parts =
                booked.shares().stream().map(AllocationView::of).toList();
        Payment payment = booked.payment();
        return Answer.created("/v1/payments/" + payment.id(), PaymentView.of(payment, externalId, parts));
    }
}
