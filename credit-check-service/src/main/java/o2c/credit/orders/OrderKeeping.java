package o2c.credit.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.LongConsumer;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.exposure.Exposures;
import o2c.credit.exposure.domain.Reservation;
import o2c.credit.orders.OrderBooks.Delivery;
import o2c.credit.orders.domain.SalesOrder;
import o2c.credit.orders.domain.SalesOrder.Status;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Follows orders as the seller's system has them: what is still to come stays reserved. */
@ApplicationScoped
class OrderKeeping {

    private final OrderBooks books;
    private final Exposures exposures;
    private final CustomerRegister register;
    private final Outbox outbox;
    private final Tenancy tenancy;

    OrderKeeping(OrderBooks books, Exposures exposures, CustomerRegister register, Outbox outbox, Tenancy tenancy) {
        this.books = books;
        this.exposures = exposures;
        this.register = register;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** An order with the room it holds. */
    record Kept(SalesOrder order, Reservation room, boolean added) {}

    /**
     * Takes an order as it stands.
     *
     * @throws RuleBroken {@code customer-unknown}, {@code order-of-other-customer},
     *     {@code order-in-other-currency}, {@code order-closed}, {@code check-needed}
     */
    Kept put(SalesOrder told, LongConsumer precondition) {
        if (!register.knows(told.customerId())) {
            throw RuleBroken.refused("customer-unknown", "nobody ever spoke of this customer")
                    .at("/customerId");
        }
        SalesOrder stored = books.locked(told.orderId()).orElse(null);
        if (stored != null) {
            precondition.accept(stored.version());
        }
        SalesOrder next = stored == null ? told : stored.replacedBy(told);
        Reservation room = room(next);
        if (stored != null && next.version() == stored.version()) {
            return new Kept(stored, room, false);
        }
        UUID cause = Ids.next();
        Reservation after;
        if (next.status() == Status.OPEN) {
            after = room.ordered(next.amount(), tenancy.today());
            exposures.grantRoom(room, after, cause);
        } else {
            var closed = exposures.close(room, cause);
            if (room.checkId() != null) {
                outbox.announce(closed.events());
            }
            after = closed.next();
        }
        books.save(next);
        return new Kept(next, after, stored == null);
    }

    /**
     * Notes a delivery: its value moves from reserved to delivered, unless a shipment check moved it already.
     *
     * @throws RuleBroken {@code order-unknown}, {@code delivery-known}, {@code date-in-future},
     *     {@code order-in-other-currency}
     */
    Kept deliver(String orderId, Delivery delivery) {
        SalesOrder order = books.locked(orderId).orElseThrow(OrderKeeping::unknown);
        if (delivery.deliveredOn().isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/deliveredOn");
        }
        if (!delivery.amount().currency().equals(order.amount().currency())) {
            throw RuleBroken.refused(
                            "order-in-other-currency",
                            "the order is in " + order.amount().currency())
                    .at("/amount/currency");
        }
        boolean known = books.deliveriesOf(orderId).stream()
                .anyMatch(one -> one.deliveryId().equals(delivery.deliveryId()));
        if (known) {
            throw RuleBroken.conflict("delivery-known", "this delivery was told before")
                    .at("/deliveryId");
        }
        books.add(orderId, delivery);
        Reservation room = room(order);
        if (delivery.checkId() != null) {
            return new Kept(order, room, false);
        }
        Reservation after = room.shipped(delivery.amount(), tenancy.today());
        exposures.grantRoom(room, after, Ids.next());
        return new Kept(order, after, false);
    }

    Kept find(String orderId) {
        SalesOrder order = books.find(orderId).orElseThrow(OrderKeeping::unknown);
        return new Kept(order, exposures.heldBy(order.customerId(), orderId).orElseThrow(OrderKeeping::unknown), false);
    }

    private Reservation room(SalesOrder order) {
        return exposures.orderRoom(
                order.customerId(), order.orderId(), order.amount().currency());
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("order-unknown", "there is no such order");
    }
}
