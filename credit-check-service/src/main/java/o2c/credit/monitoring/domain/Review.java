package o2c.credit.monitoring.domain;

import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.RuleBroken;

/**
 * A day by which a person looks at a customer's credit again.
 *
 * @param riskClass the class that set the day, or null when too little was known
 * @param openedOn the day it was put in the calendar
 * @param doneOn null while open
 * @param outcome kept, limit-changed or ended; null while open
 */
public record Review(
        UUID reviewId,
        String customerId,
        String riskClass,
        LocalDate openedOn,
        LocalDate dueOn,
        LocalDate doneOn,
        String doneBy,
        String outcome,
        String reason) {

    /** A review of a customer in a class, so many days after a day. */
    public static Review after(UUID id, String customerId, String riskClass, LocalDate day, int reviewDays) {
        return new Review(id, customerId, riskClass, day, day.plusDays(reviewDays), null, null, null, null);
    }

    /** The same review after the class changed: it never moves further away, and never before today. */
    public Review inClass(String other, int reviewDays, LocalDate today) {
        LocalDate wanted = openedOn.plusDays(reviewDays);
        LocalDate sooner = wanted.isBefore(dueOn) ? wanted : dueOn;
        LocalDate due = sooner.isBefore(today) && dueOn.isAfter(today) ? today : sooner;
        return new Review(reviewId, customerId, other, openedOn, due, doneOn, doneBy, outcome, reason);
    }

    /**
     * A person looked.
     *
     * @throws RuleBroken {@code review-done}
     */
    public Review done(String result, String why, String by, LocalDate today) {
        if (doneOn != null) {
            throw RuleBroken.conflict("review-done", "this review was done on " + doneOn);
        }
        return new Review(reviewId, customerId, riskClass, openedOn, dueOn, today, by, result, why);
    }

    public boolean isOverdueOn(LocalDate day) {
        return doneOn == null && dueOn.isBefore(day);
    }
}
