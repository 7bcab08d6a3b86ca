package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Reservation;
import o2c.credit.exposure.domain.Reservation.Cause;
import o2c.credit.holds.domain.Purpose;
import o2c.kernel.Event;
import o2c.kernel.Money;

/**
 * What a check of an order or shipment does to the room the order holds.
 *
 * @param before what the order held until now
 */
public record OrderRoom(Question question, Reservation before, LocalDate today) {

    /** Facts without what this check replaces. */
    public CreditFacts read(CreditFacts known) {
        return known.withExposure(without(known.exposure()))
                .withGroupMoved(replacing().negated());
    }

    /** An exposure without what this check replaces: the order's old reservation, or the part that now leaves. */
    public Exposure without(Exposure kept) {
        return kept.moved(ExposureKind.RESERVED_ORDERS, replacing().negated());
    }

    /** Whether the answer gives the order room. Goods leave only when nothing is to be paid before. */
    public boolean takes(CreditDecision decision) {
        return isShipment()
                ? decision.verdict() == Verdict.APPROVED
                : decision.verdict().approves();
    }

    /** What the order holds after such an answer. */
    public Reservation after(CreditCheck check) {
        CreditDecision decision = check.decision();
        return isShipment()
                ? before.shipped(question.amount(), today)
                : before.granted(
                        check.checkId(),
                        decision.onCredit(question.amount()),
                        question.amount().minus(decision.onCredit(question.amount())),
                        decision.expiresOn(),
                        today);
    }

    /** What the order holds once a person has let it go, whatever the limit says. */
    public Reservation released(CreditCheck check) {
        return isShipment()
                ? before.shipped(question.amount(), today)
                : before.granted(
                        check.checkId(),
                        question.amount(),
                        Money.zero(question.amount().currency()),
                        check.release().until(),
                        today);
    }

    /** The exposure as it must have been, given what it became when the room was taken. */
    public Exposure found(Exposure taken, Reservation after) {
        return taken.moved(ExposureKind.RESERVED_ORDERS, before.reserved().minus(after.reserved()))
                .moved(ExposureKind.DELIVERED_NOT_INVOICED, before.delivered().minus(after.delivered()));
    }

    /** What is to be told about an earlier check of the same order that loses its room to this one. */
    public List<Event> replaced() {
        return isShipment() ? List.of() : before.release(Cause.REPLACED).events();
    }

    private Money replacing() {
        return isShipment() ? before.reserved().min(question.amount()) : before.reserved();
    }

    private boolean isShipment() {
        return question.purpose() == Purpose.SHIPMENT;
    }
}
