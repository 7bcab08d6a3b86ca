package o2c.invoice.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import o2c.invoice.payments.CashReceipts.Named;
import o2c.invoice.payments.CashReceipts.Wish;
import o2c.invoice.payments.domain.Naming;
import o2c.invoice.payments.domain.Payment;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt as a caller sends it. The seller may be left out while the tenant has one. */
@Schema(name = "PaymentRequest")
record PaymentRequest(
        @NotNull String customerId,
        @NotNull Money amount,
        @NotNull LocalDate receivedOn,
        String sellerId,
        @Size(max = 500) String reference,
        String orderId,

        @Schema(description = "The caller's own id of it, such as the bank's; unique in the tenant")
        String externalId,

        @Schema(description = "true: all of it stays unallocated for now")
        Boolean onAccount,

        @Size(max = 500) List<@Valid @NotNull Part> allocations) {

    /** What is to be set against which invoice. */
    @Schema(name = "AllocationRequest")
    public record Part(
            String sellerId,
            @NotNull String invoiceNumber,
            @NotNull Money amount) {}

    /** The seller as told: by name, or by the first allocation that names one. */
    String sellerTold() {
        if (sellerId != null || allocations == null) {
            return sellerId;
        }
        return allocations.stream()
                .map(Part::sellerId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The receipt, for the seller that is meant. */
    Payment receipt(String seller) {
        return new Payment(
                Ids.next(),
                customerId,
                seller,
                amount,
                amount,
                Money.zero(amount.currency()),
                receivedOn,
                new Naming(reference, orderId),
                null);
    }

    Wish wish(String seller) {
        boolean kept = Boolean.TRUE.equals(onAccount);
        if (kept && allocations != null && !allocations.isEmpty()) {
            throw RuleBroken.refused("on-account-or-allocated", "money on account is not allocated yet")
                    .at("/onAccount");
        }
        return new Wish(named(allocations, seller), kept);
    }

    /**
     * What is named, for the seller that is meant.
     *
     * @throws RuleBroken {@code allocation-other-seller}
     */
    static List<Named> named(List<Part> parts, String seller) {
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
