package o2c.invoice.charges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent;
import o2c.contracts.DunningEvent.LateChargesClaimed;
import o2c.contracts.DunningEvent.LateChargesWaived;
import o2c.invoice.payments.domain.Charges;
import o2c.invoice.receivables.OpenItem;
import o2c.invoice.receivables.OpenItems;
import o2c.invoice.receivables.OpenItems.Account;
import o2c.invoice.receivables.OpenItems.Entry;
import o2c.invoice.receivables.OpenItems.Moved;
import o2c.invoice.receivables.OpenItems.Part;
import o2c.kernel.Money;
import o2c.runtime.inbox.Heard;

/**
 * Charges that dunning-service claims or waives become, or stop being, claims beside the principal of the invoice; the
 * principal never moves by them, and they outlive its payment.
 */
@ApplicationScoped
class WhenLateChargesClaimed {

    private final OpenItems openItems;

    WhenLateChargesClaimed(OpenItems openItems) {
        this.openItems = openItems;
    }

    void on(@Observes LateChargesClaimed event, Heard heard) {
        Charges claimed = new Charges(event.fixedSum().plus(event.collectionCosts()), event.interest());
        Account account = account(event, event.sellerId(), event.total());
        openItems
                .byId(account, List.of(event.invoiceId()))
                .forEach(item -> book(item, claimed, "claimed", new Cause(event.chargeId(), event.claimedOn())));
    }

    void on(@Observes LateChargesWaived event, Heard heard) {
        Account account = account(event, event.sellerId(), event.amount());
        openItems.byId(account, List.of(event.invoiceId())).forEach(item -> {
            Charges waived = new Charges(item.costs(), item.interest()).upTo(event.amount());
            Charges taken =
                    new Charges(waived.costs().negated(), waived.interest().negated());
            book(item, taken, "waived", new Cause(event.chargeId(), event.waivedOn()));
        });
    }

    private record Cause(UUID chargeId, LocalDate on) {}

    private static Account account(DunningEvent event, String sellerId, Money like) {
        return new Account(event.customerId(), sellerId, like.currency().getCurrencyCode());
    }

    private void book(OpenItem item, Charges by, String kind, Cause cause) {
        Charges now = new Charges(item.costs(), item.interest()).plus(by);
        List<Entry> entries = new ArrayList<>();
        if (!by.costs().isZero()) {
            entries.add(new Entry(Part.COSTS, kind, by.costs(), cause.on()));
        }
        if (!by.interest().isZero()) {
            entries.add(new Entry(Part.INTEREST, kind, by.interest(), cause.on()));
        }
        openItems.book(
                cause.chargeId(),
                List.of(new Moved(item.invoice(), now.costs(), now.interest(), item.restReason(), entries)));
    }
}
