package o2c.invoice.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.payments.domain.Share;
import o2c.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment as callers see it. */
@Schema(name = "Payment")
record PaymentView(
        UUID paymentId,
        String customerId,
        String sellerId,
        Money amount,

        @Schema(description = "What no invoice has taken yet")
        Money unallocated,

        LocalDate receivedOn,
        String reference,
        String orderId,
        List<AllocationView> allocations,
        Instant updatedAt) {

    /** How much of the payment went to which invoice. */
    @Schema(name = "PaymentAllocation")
    record AllocationView(UUID invoiceId, String sellerId, String invoiceNumber, Money amount) {

        static AllocationView of(Share share) {
            return new AllocationView(
                    share.invoice().id(),
                    share.invoice().content().sellerId(),
                    share.invoice().content().invoiceNumber(),
                    share.amount());
        }
    }

    static PaymentView of(Payment payment, List<AllocationView> allocations, Instant updatedAt) {
        return new PaymentView(
                payment.id(),
                payment.customerId(),
                payment.sellerId(),
                payment.amount(),
                payment.unallocated(),
                payment.receivedOn(),
                payment.reference(),
                payment.orderId(),
                allocations,
                updatedAt);
    }
}
