package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What an invoice points to in the caller's own systems.
 *
 * @param orderId the order it bills, or null
 * @param deliveryIds the deliveries it bills; empty when not told
 * @param deliveredOn day of delivery, or null when not told
 * @param contractId the contract it belongs to, or null
 * @param reference what the payer is asked to quote, or null
 */
public record References(
        String orderId, List<String> deliveryIds, LocalDate deliveredOn, String contractId, String reference) {

    /** Points to nothing. */
    public static final References NONE = new References(null, List.of(), null, null, null);

    public References {
        deliveryIds = deliveryIds == null ? List.of() : List.copyOf(deliveryIds);
        Wording.printableOrNull(orderId, "/orderId");
        deliveryIds.forEach(id -> Wording.printable(id, "/deliveryIds"));
        Wording.printableOrNull(contractId, "/contractId");
        Wording.printableOrNull(reference, "/reference");
        if (deliveredOn != null) {
            Wording.plausibleDay(deliveredOn, "/deliveredOn");
        }
    }
}
