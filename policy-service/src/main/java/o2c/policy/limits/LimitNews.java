package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import o2c.kernel.Event;
import o2c.policy.buyers.Buyers;
import o2c.policy.limits.domain.Limit;
import o2c.runtime.outbox.Outbox;

/** Tells whom a limit concerns: the customer it is on, or each customer of the buyer. */
@ApplicationScoped
class LimitNews {

    private final Buyers buyers;
    private final Outbox outbox;
    private final jakarta.enterprise.event.Event<Limit> inside;

    LimitNews(Buyers buyers, Outbox outbox, jakarta.enterprise.event.Event<Limit> inside) {
        this.buyers = buyers;
        this.outbox = outbox;
        this.inside = inside;
    }

    void tell(Limit limit, Function<Limit, List<Event>> said) {
        List<String> customers =
                limit.buyerId() == null ? List.of(limit.customerId()) : buyers.customersOf(limit.buyerId());
        customers.forEach(customer -> outbox.announce(said.apply(limit.heardBy(customer))));
    }

    void changed(Limit limit) {
        inside.fire(limit);
    }
}
