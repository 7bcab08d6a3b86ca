package o2c.credit.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.limits.domain.CreditLimit;
import o2c.credit.limits.domain.CreditLimits;
import o2c.credit.limits.domain.LimitRequest;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Marks;
import o2c.runtime.outbox.Outbox;

/** Keeps credit limits: tells which is in force, adds those that were agreed, announces what changed. */
@ApplicationScoped
@Priority(20)
public class CreditLimiting implements DayOpening {

    private final LimitBooks books;
    private final Outbox outbox;
    private final Marks marks;

    CreditLimiting(LimitBooks books, Outbox outbox, Marks marks) {
        this.books = books;
        this.outbox = outbox;
        this.marks = marks;
    }

    /** The customer's own limit in force on a day; empty when none is on file. */
    public Optional<CreditLimit> inForce(String customerId, LocalDate day) {
        return inForce(customerId, Moment.asKnownNow(day));
    }

    /** The customer's own limit in force on a day, as it was known. */
    public Optional<CreditLimit> inForce(String customerId, Moment moment) {
        return books.inForce(customerId, moment);
    }

    /** Adds the limit that was asked for and agreed. */
    void set(LimitRequest approved) {
        Decision<CreditLimits> decision = books.locked(approved.customerId()).set(approved);
        books.add(approved.customerId(), decision.next().last(), approved.requestId());
        outbox.announce(decision.events());
        marks.mark(approved.customerId());
    }

    /** Ends a customer's credit: a limit of nothing from today on, when he has one. */
    public void endCredit(String customerId, UUID cause, String by, LocalDate today) {
        inForce(customerId, today)
                .filter(limit -> limit.amount().isPositive())
                .ifPresent(limit -> set(new LimitRequest(
                        cause,
                        customerId,
                        Money.zero(limit.amount().currency()),
                        today,
                        null,
                        "insolvency",
                        LimitRequest.Status.APPROVED,
                        by)));
    }

    /** Announces the limits that ended yesterday. */
    @Override
    public void open(LocalDate day) {
        books.endingOn(day.minusDays(1)).forEach(limits -> {
            outbox.announce(limits.opening(day));
            marks.mark(limits.customerId());
        });
    }
}
