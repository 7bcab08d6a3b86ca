package o2c.dunning.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.InvoiceEvent.SellerRegistered;

/** Keeps the name under which letters leave. */
@ApplicationScoped
class WhenSellerRegistered {

    private final Parties parties;

    WhenSellerRegistered(Parties parties) {
        this.parties = parties;
    }

    void on(@Observes SellerRegistered e) {
        parties.sellerTold(e.sellerId(), e.name(), e.country());
    }
}
