package o2c.credit.orders.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * An order as the seller's system has it.
 *
 * @param sellerId who sells, or null when not told
 * @param amount including VAT
 * @param schedule when what is to be delivered; empty when not told, else it adds up to the amount
 * @param version 1 for the first PUT
 */
public record SalesOrder(
        String orderId,
        String customerId,
        String sellerId,
        Money amount,
        List<Part> schedule,
        Status status,
        int version) {

    /** A part to be delivered on a day. */
    public record Part(LocalDate deliverOn, Money amount) {}

    /** Whether anything is still to come. */
    public enum Status {
        OPEN,
        /** Delivered as far as it will be; the rest is free. */
        CLOSED,
        CANCELLED;

        /** The word in requests, answers and the books. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Codes {@code amount-not-positive}, {@code schedule-does-not-add-up}. */
    public SalesOrder {
        if (!amount.isPositive()) {
            throw RuleBroken.invalid("amount-not-positive", "an order is about more than zero")
                    .at("/amount");
        }
        schedule = schedule == null ? List.of() : List.copyOf(schedule);
        if (!schedule.isEmpty()
                && !Money.sum(schedule.stream().map(Part::amount).toList(), amount.currency())
                        .equals(amount)) {
            throw RuleBroken.invalid("schedule-does-not-add-up", "the parts of the schedule add up to the amount")
                    .at("/schedule");
        }
    }

    /**
     * What becomes of it when the seller's system tells it again.
     *
     * @throws RuleBroken {@code order-of-other-customer}, {@code order-in-other-currency}, {@code order-closed}
     */
    public SalesOrder replacedBy(SalesOrder told) {
        if (!customerId.equals(told.customerId)) {
            throw RuleBroken.conflict("order-of-other-customer", "the order belongs to another customer")
                    .at("/customerId");
        }
        if (!amount.currency().equals(told.amount.currency())) {
            throw RuleBroken.refused("order-in-other-currency", "the order is in " + amount.currency())
                    .at("/amount/currency");
        }
        SalesOrder next = told.with(version);
        if (next.equals(this)) {
            return this;
        }
        if (status != Status.OPEN) {
            throw RuleBroken.conflict("order-closed", "the order is " + status.code());
        }
        return told.with(version + 1);
    }

    private SalesOrder with(int number) {
        return new SalesOrder(orderId, customerId, sellerId, amount, schedule, status, number);
    }
}
