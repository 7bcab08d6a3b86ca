package o2c.credit.exposure.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.contracts.CreditEvent;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * The room an order holds within its customer's limit.
 *
 * @param checkId the credit check that granted it
 * @param reserved what is still reserved
 * @param delivered what was delivered of it and is not invoiced yet
 * @param invoiced what was invoiced for the order so far
 * @param prepaymentDue what the customer must still pay in advance; its cash is then kept for this order
 * @param expiresOn last business date of an unconfirmed reservation; null once confirmed
 * @param movedOn business date on which a check or a shipment last moved it
 */
public record Reservation(
        UUID checkId,
        String customerId,
        String orderId,
        Money reserved,
        Money delivered,
        Money invoiced,
        Money prepaymentDue,
        LocalDate expiresOn,
        LocalDate movedOn) {

    /** Why a reservation ended; the word in {@code ReservationReleased}. */
    public enum Cause {
        EXPIRED,
        CANCELLED,
        REPLACED,
        CLOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An invoice for the order replaces what was delivered, then what is reserved, never below zero. */
    public Reservation invoiced(Money total) {
        if (!total.currency().equals(reserved.currency())) {
            return this;
        }
        Money fromDelivered = total.min(delivered);
        Money left = reserved.minus(total.minus(fromDelivered).min(reserved));
        boolean used = left.isZero() && prepaymentDue.isZero();
        return new Reservation(
                checkId,
                customerId,
                orderId,
                left,
                delivered.minus(fromDelivered),
                invoiced.plus(total),
                prepaymentDue,
                used ? null : expiresOn,
                movedOn);
    }

    /** Goods leave: their value moves from reserved to delivered; what was not reserved is delivered on top. */
    public Reservation shipped(Money value, LocalDate today) {
        return new Reservation(
                checkId,
                customerId,
                orderId,
                reserved.minus(value).orZero(),
                delivered.plus(value),
                invoiced,
                prepaymentDue,
                expiresOn,
                today);
    }

    /** A new check grants room: it takes the place of what an earlier check of the order had reserved. */
    public Reservation granted(UUID newCheck, Money onCredit, Money prepayment, LocalDate expires, LocalDate today) {
        return new Reservation(
                newCheck, customerId, orderId, onCredit, delivered, invoiced, prepayment, expires, today);
    }

    /**
     * The order as the seller's system has it: what of it is neither delivered nor invoiced stays reserved, never less
     * than nothing. What was checked cannot grow beyond its check; an order that nobody checked counts all the same.
     *
     * @throws RuleBroken {@code check-needed} when more is to come than the order's check granted
     */
    public Reservation ordered(Money total, LocalDate today) {
        Money rest = total.minus(delivered).minus(invoiced).minus(prepaymentDue).orZero();
        if (checkId != null && rest.exceeds(reserved)) {
            throw RuleBroken.refused(
                            "check-needed",
                            rest + " are still to be delivered and " + reserved + " were checked: ask a new check")
                    .at("/amount");
        }
        return new Reservation(
                checkId, customerId, orderId, rest, delivered, invoiced, prepaymentDue, expiresOn, today);
    }

    /** Whether the order holds any room. */
    public boolean isEmpty() {
        return reserved.isZero() && delivered.isZero();
    }

    /**
     * Cash came in that names the order: the part that was asked in advance is kept for it, so that no second order
     * can spend it.
     */
    public Reservation prepaid(Money cash) {
        if (!cash.currency().equals(reserved.currency())) {
            return this;
        }
        Money kept = cash.min(prepaymentDue);
        return with(reserved.plus(kept), delivered, prepaymentDue.minus(kept));
    }

    /**
     * The order stands: it keeps its room until invoiced or cancelled.
     *
     * @throws RuleBroken {@code check-expired} after its last business date
     */
    public Reservation confirm(LocalDate today) {
        if (expiresOn != null && today.isAfter(expiresOn)) {
            throw RuleBroken.conflict("check-expired", "the check was good until the end of " + expiresOn);
        }
        return new Reservation(
                checkId, customerId, orderId, reserved, delivered, invoiced, prepaymentDue, null, movedOn);
    }

    /** Whether the day opening ends it: unconfirmed, and its last business date has closed. */
    public boolean expiresWhenOpening(LocalDate day) {
        return expiresOn != null && expiresOn.isBefore(day);
    }

    /** Gives back what is still reserved. Delivered goods stay counted until invoiced. */
    public Decision<Reservation> release(Cause cause) {
        Money nothing = Money.zero(reserved.currency());
        Reservation freed =
                new Reservation(checkId, customerId, orderId, nothing, delivered, invoiced, nothing, null, movedOn);
        return reserved.isZero()
                ? new Decision<>(freed, List.of())
                : Decision.of(
                        freed,
                        new CreditEvent.ReservationReleased(customerId, checkId, orderId, reserved, cause.code()));
    }

    /**
     * What the exposure must change by to go from an earlier state of this order to this one.
     *
     * @param on the day of the cause; never counted before the day the order got its room
     */
    public List<Movement> movementsSince(Reservation before, LocalDate on) {
        LocalDate day = on.isBefore(before.movedOn) ? before.movedOn : on;
        return Stream.of(
                        new Movement(ExposureKind.RESERVED_ORDERS, reserved.minus(before.reserved), day),
                        new Movement(ExposureKind.DELIVERED_NOT_INVOICED, delivered.minus(before.delivered), day))
                .filter(movement -> !movement.amount().isZero())
                .toList();
    }

    private Reservation with(Money nowReserved, Money nowDelivered, Money stillToPrepay) {
        return new Reservation(
                checkId, customerId, orderId, nowReserved, nowDelivered, invoiced, stillToPrepay, expiresOn, movedOn);
    }
}
