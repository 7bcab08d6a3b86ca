package o2c.invoice.proofs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.proofs.ProofsOfDelivery.Unproven;
import o2c.kernel.Event;
import o2c.runtime.day.DaySweep;
import o2c.runtime.outbox.Outbox;

/** Says a week after delivery, once, that nobody has signed for it; only of invoices that name their deliveries. */
@ApplicationScoped
class MissingProofSweep implements DaySweep {

    private static final int DAYS_TO_WAIT = 7;
    private static final int AT_ONCE = 1000;

    private final ProofsOfDelivery proofs;
    private final Outbox outbox;

    MissingProofSweep(ProofsOfDelivery proofs, Outbox outbox) {
        this.proofs = proofs;
        this.outbox = outbox;
    }

    @Override
    public boolean some(LocalDate day) {
        List<Unproven> found = proofs.newlyMissing(day.minusDays(DAYS_TO_WAIT), day, AT_ONCE);
        outbox.announce(found.stream().<Event>map(MissingProofSweep::announced).toList());
        return found.size() == AT_ONCE;
    }

    private static InvoiceEvent.ProofOfDeliveryMissing announced(Unproven invoice) {
        return new InvoiceEvent.ProofOfDeliveryMissing(
                invoice.invoiceId(),
                invoice.parties().customerId(),
                invoice.parties().sellerId(),
                invoice.invoiceNumber(),
                invoice.deliveryIds(),
                invoice.since());
    }
}
