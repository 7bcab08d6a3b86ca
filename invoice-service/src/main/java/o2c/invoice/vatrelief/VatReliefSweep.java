package o2c.invoice.vatrelief;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.vatrelief.VatReliefs.Claimed;
import o2c.invoice.vatrelief.VatReliefs.Unpaid;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.runtime.day.DaySweep;
import o2c.runtime.outbox.Outbox;

/** When a business day opens, says which unpaid VAT can be claimed back since today, and what is owed again. */
@ApplicationScoped
class VatReliefSweep implements DaySweep {

    private static final int AT_ONCE = 1000;

    private final VatReliefs reliefs;
    private final Outbox outbox;

    VatReliefSweep(VatReliefs reliefs, Outbox outbox) {
        this.reliefs = reliefs;
        this.outbox = outbox;
    }

    @Override
    public boolean some(LocalDate day) {
        List<Unpaid> found = reliefs.newlyClaimable(day, AT_ONCE);
        outbox.announce(found.stream()
                .<Event>map(one -> announced(one, "relief", one.relief(), one.claimableOn()))
                .toList());
        if (found.size() == AT_ONCE) {
            return true;
        }
        sayWhatIsDueAgain(day);
        return false;
    }

    private void sayWhatIsDueAgain(LocalDate day) {
        List<Event> again = new ArrayList<>();
        for (Claimed claim : reliefs.paidSince()) {
            Money more = claim.dueAgain().minus(claim.dueAgainTold());
            reliefs.told(claim);
            if (more.isPositive()) {
                again.add(announced(claim.invoice(), "due-again", more, day));
            }
        }
        outbox.announce(again);
    }

    private static InvoiceEvent.VatReliefDue announced(Unpaid invoice, String kind, Money amount, LocalDate dueOn) {
        return new InvoiceEvent.VatReliefDue(
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.sellerId(),
                invoice.invoiceNumber(),
                kind,
                amount,
                invoice.unpaid(),
                dueOn);
    }
}
