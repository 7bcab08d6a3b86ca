package o2c.policy.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.CreditEvent.OrderApproved;
import o2c.contracts.CreditEvent.ReservationReleased;
import o2c.contracts.InvoiceEvent.InvoiceIssued;

/** An order will be owed, until it is invoiced or given up. */
@ApplicationScoped
class WhenOrderApproved {

    private final OpenOrders orders;

    WhenOrderApproved(OpenOrders orders) {
        this.orders = orders;
    }

    void on(@Observes OrderApproved order) {
        orders.approved(order);
    }

    void on(@Observes ReservationReleased order) {
        orders.released(order);
    }

    void on(@Observes InvoiceIssued invoice) {
        if (invoice.orderId() != null) {
            orders.invoiced(invoice);
        }
    }
}
