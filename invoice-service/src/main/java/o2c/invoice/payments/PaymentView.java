package o2c.invoice.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.payments.Payments.PaymentRow;
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

        @Schema(description = "What was paid back") Money refunded,
        LocalDate receivedOn,
        String reference,
        String orderId,
        String externalId,

        @Schema(enumeration = {"received", "reversed"}) String status,

        LocalDate reversedOn,

        @Schema(enumeration = {"returned", "insufficient-funds", "refused", "charged-back", "mistake"})
        String reversalReason,

        List<AllocationView> allocations,
        Instant updatedAt) {

    /**
     * How much of the payment went to which invoice, what was granted beside it, and why a rest stays open
     * (discount-taken-late, underpaid). What is zero is left out, the amount excepted.
     */
    @Schema(name = "PaymentAllocation")
    record AllocationView(
            UUID invoiceId,
            String sellerId,
            String invoiceNumber,

            @Schema(description = "Of the principal") Money amount,

            Money discount,
            Money smallDifference,
            Money costs,
            Money interest,

            @Schema(enumeration = {"discount-taken-late", "underpaid"})
            String restReason) {

        static AllocationView of(Share share) {
            return new AllocationView(
                    share.invoice().id(),
                    share.invoice().content().sellerId(),
                    share.invoice().content().invoiceNumber(),
                    share.amount(),
                    told(share.deduction().discount()),
                    told(share.deduction().smallDifference()),
                    told(share.charges().costs()),
                    told(share.charges().interest()),
                    Debts.label(share.deduction().reason()));
        }

        static Money told(Money money) {
            return money.isZero() ? null : money;
        }
    }

    /** Right after it was booked. */
    static PaymentView of(Payment payment, String externalId, List<AllocationView> allocations) {
        return of(new PaymentRow(payment, null, externalId, 0, null), allocations);
    }

    static PaymentView of(PaymentRow row, List<AllocationView> allocations) {
        Payment payment = row.payment();
        return new PaymentView(
                payment.id(),
                payment.customerId(),
                payment.sellerId(),
                payment.amount(),
                payment.unallocated(),
                AllocationView.told(payment.refunded()),
                payment.receivedOn(),
                payment.naming().reference(),
                payment.naming().orderId(),
                row.externalId(),
                payment.reversedOn() == null ? "received" : "reversed",
                payment.reversedOn(),
                row.reversalReason(),
                allocations,
                row.updatedAt());
    }
}
