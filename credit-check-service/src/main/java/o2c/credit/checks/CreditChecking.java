package o2c.credit.checks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.checks.domain.CreditCheck;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.checks.domain.CreditCheck.Release;
import o2c.credit.checks.domain.CreditCheck.Status;
import o2c.credit.checks.domain.CreditFacts;
import o2c.credit.checks.domain.OrderRoom;
import o2c.credit.exposure.Exposures;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.Reservation;
import o2c.credit.exposure.domain.Reservation.Cause;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Answers credit checks, and follows what becomes of the room they reserve. */
@ApplicationScoped
@Priority(30)
class CreditChecking implements DayOpening {

    private final CheckBooks books;
    private final Facts facts;
    private final Exposures exposures;
    private final Outbox outbox;
    private final Tenancy tenancy;
    private final Caller caller;

    CreditChecking(CheckBooks books, Facts facts, Exposures exposures, Outbox outbox, Tenancy tenancy, Caller caller) {
        this.books = books;
        this.facts = facts;
        this.exposures = exposures;
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** Decides, takes the room an approved order or shipment needs, and keeps question and answer. */
    CreditCheck check(Question question) {
        UUID checkId = Ids.next();
        CreditFacts known = facts.about(question, tenancy.today());
        Decision<CreditCheck> answer = question.purpose().needsOrder()
                ? answerWithRoom(checkId, question, known)
                : CreditCheck.answer(checkId, question, known);
        books.add(answer.next(), caller.subject());
        outbox.announce(answer.events());
        return answer.next();
    }

    /** The order is placed as checked: its room stays until invoiced or cancelled. */
    CreditCheck confirm(UUID checkId, String orderId, Money amount) {
        CreditCheck check = locked(checkId);
        CreditCheck confirmed = check.confirm(orderId, amount, tenancy.today());
        if (confirmed.status() != check.status()) {
            facts.refuseInsolvent(check.question().customerId());
            exposures.confirm(check.question().customerId(), orderId, checkId);
            books.move(checkId, confirmed.status());
        }
        return confirmed;
    }

    /** A person lets a held order or shipment go: it takes its room whatever the limit says. */
    CreditCheck release(UUID checkId, String role, String reason, LocalDate until) {
        CreditCheck check = locked(checkId);
        Question question = check.question();
        Decision<CreditCheck> released =
                check.release(new Release(role, reason, until, caller.subject(), tenancy.today()));
        OrderRoom room = new OrderRoom(
                question,
                exposures.orderRoom(
                        question.customerId(),
                        question.orderId(),
                        question.amount().currency()),
                tenancy.today());
        replace(room);
        exposures.grantRoom(room.before(), room.released(released.next()), checkId);
        books.release(released.next());
        outbox.announce(released.events());
        return released.next();
    }

    /** The order is not placed: its room is free again. */
    CreditCheck cancel(UUID checkId) {
        CreditCheck check = locked(checkId);
        CreditCheck cancelled = check.cancel();
        if (cancelled.status() != check.status()) {
            exposures
                    .release(check.question().customerId(), check.question().orderId(), checkId, Cause.CANCELLED)
                    .ifPresent(released -> outbox.announce(released.events()));
            books.move(checkId, cancelled.status());
        }
        return cancelled;
    }

    CreditCheck find(UUID checkId) {
        return books.find(checkId).orElseThrow(CreditChecking::unknown);
    }

    /** Unconfirmed checks end when the day after their last one opens. */
    @Override
    public void open(LocalDate day) {
        List<Decision<Reservation>> ended = exposures.expire(day);
        books.end(
                ended.stream()
                        .map(order -> order.next().checkId())
                        .filter(Objects::nonNull)
                        .toList(),
                Status.EXPIRED);
        ended.forEach(order -> outbox.announce(order.events()));
    }

    /**
     * The order's row is locked first. An approval then needs one conditional update; where that finds less room than
     * was read, or a prepayment is to be reckoned, the exposure is locked and decided on as it stands.
     */
    private Decision<CreditCheck> answerWithRoom(UUID checkId, Question question, CreditFacts known) {
        Currency currency = question.amount().currency();
        OrderRoom room = new OrderRoom(
                question, exposures.orderRoom(question.customerId(), question.orderId(), currency), tenancy.today());
        CreditFacts read = room.read(known);
        Decision<CreditCheck> answer = CreditCheck.answer(checkId, question, read);
        if (!room.takes(answer.next().decision())) {
            return answer;
        }
        return take(room, answer).orElseGet(() -> {
            Exposure stands = exposures.locked(question.customerId(), currency);
            Decision<CreditCheck> again =
                    CreditCheck.answer(checkId, question, read.withExposure(room.without(stands)));
            return room.takes(again.next().decision()) ? take(room, again).orElseThrow() : again;
        });
    }

    /** Takes the room the answer grants; empty when something changed meanwhile so that the answer no longer holds. */
    private Optional<Decision<CreditCheck>> take(OrderRoom room, Decision<CreditCheck> answer) {
        CreditCheck check = answer.next();
        Reservation after = room.after(check);
        return exposures
                .takeRoom(room.before(), after, check.facts().ceilingHere(), check.checkId())
                .map(taken -> {
                    replace(room);
                    return CreditCheck.answer(
                            check.checkId(),
                            check.question(),
                            check.facts().withExposure(room.without(room.found(taken, after))));
                });
    }

    private void replace(OrderRoom room) {
        List<Event> replaced = room.replaced();
        if (!replaced.isEmpty()) {
            books.end(List.of(room.before().checkId()), Status.REPLACED);
            outbox.announce(replaced);
        }
    }

    private CreditCheck locked(UUID checkId) {
        return books.locked(checkId).orElseThrow(CreditChecking::unknown);
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("check-unknown", "there is no such credit check");
    }
}
