package o2c.invoice.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.payments.PaymentView.AllocationView;
import o2c.invoice.payments.domain.ReversalReason;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Payments that turned out to be none, and money that goes back. */
@Path("/v1/payments")
@Tag(name = "Payments")
class ReversalResource {

    private final Reversals reversals;
    private final Payments payments;
    private final Allocations allocations;

    ReversalResource(Reversals reversals, Payments payments, Allocations allocations) {
        this.reversals = reversals;
        this.payments = payments;
        this.allocations = allocations;
    }

    /** That a payment was none. */
    @Schema(name = "Reversal")
    record Reversal(
            @NotNull ReversalReason reason,

            @Schema(description = "Business day on which the books move; today's when left out")
            LocalDate reversedOn) {}

    /** Money that goes back to the customer. */
    @Schema(name = "Refund")
    record Refund(
            @Schema(description = "All that is unallocated when left out")
            Money amount,

            @Schema(description = "Business day on which the books move; today's when left out")
            LocalDate refundedOn) {}

    @POST
    @Path("/{paymentId}/reversals")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "reversePayment",
            summary = "Book that a payment was none",
            description = "What it had paid is owed again with the due day it always had, discount and small"
                    + " differences granted for it included; charges it had paid are claimed again; what was left of it"
                    + " is gone. An invoice that had been settled opens anew and can fall overdue once more"
                    + " (`reopened`). Refusals: `payment-unknown` (404), `payment-reversed` (409), `payment-refunded`,"
                    + " `reversal-before-receipt`, `date-in-future` (422), `date-malformed`, `value-unknown` (400)."
                    + " Announces PaymentReversed. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The payment",
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "reversed", value = PaymentExamples.REVERSED)))
    public RestResponse<PaymentView> reverse(
            @PathParam("paymentId") UUID paymentId,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Reversal.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "reversal",
                                                            value = PaymentExamples.REVERSAL)))
                    @Valid
                    @NotNull
                    Reversal reversal) {
        reversals.reverse(paymentId, reversal.reason(), reversal.reversedOn());
        return after(paymentId);
    }

    @POST
    @Path("/{paymentId}/refunds")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "refundPayment",
            summary = "Pay back unallocated cash",
            description = "Refusals: `payment-unknown` (404), `payment-reversed` (409), `amount-not-positive` (also"
                    + " when nothing is unallocated), `refund-exceeds-unallocated`, `refund-before-receipt`,"
                    + " `date-in-future` (422), `date-malformed`, `currency-mismatch`, `wrong-minor-digits` (400)."
                    + " Announces CashReleased. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The payment",
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "refunded", value = PaymentExamples.REFUNDED)))
    public RestResponse<PaymentView> refund(
            @PathParam("paymentId") UUID paymentId,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Refund.class),
                                            examples = @ExampleObject(name = "refund", value = PaymentExamples.REFUND)))
                    @Valid
                    @NotNull
                    Refund refund) {
        reversals.refund(paymentId, refund.amount(), refund.refundedOn());
        return after(paymentId);
    }

    private RestResponse<PaymentView> after(UUID paymentId) {
        Payments.PaymentRow row = payments.byId(paymentId).orElseThrow(CashReceipts::unknown);
        List<AllocationView> parts = allocations.of(List.of(paymentId)).getOrDefault(paymentId, List.of());
        return Answer.created("/v1/payments/" + paymentId, PaymentView.of(row, parts));
    }
}
