package o2c.credit.monitoring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.monitoring.domain.Review;
import o2c.credit.scoring.Scoring;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Sees to it that nobody with a limit goes unlooked at: the worse the class, the sooner. */
@ApplicationScoped
@Priority(40)
class Reviewing implements Derivation, DayOpening {

    private final ReviewBooks books;
    private final CreditLimiting limits;
    private final Scoring scoring;
    private final Outbox outbox;
    private final Tenancy tenancy;
    private final Caller caller;

    Reviewing(
            ReviewBooks books, CreditLimiting limits, Scoring scoring, Outbox outbox, Tenancy tenancy, Caller caller) {
        this.books = books;
        this.limits = limits;
        this.scoring = scoring;
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        String riskClass = scoring.classOf(customerId).orElse(null);
        Optional<Review> open = books.openOf(customerId);
        if (open.isEmpty()) {
            if (limits.inForce(customerId, today).isPresent()) {
                plan(customerId, riskClass, today);
            }
        } else if (!Objects.equals(open.get().riskClass(), riskClass)) {
            int days = scoring.reviewDays(customerId, riskClass, today);
            books.save(open.get().inClass(riskClass, days, today));
        }
    }

    /** Reviews whose day has come are announced, once. */
    @Override
    public void open(LocalDate day) {
        books.announce(day).stream()
                .sorted(Comparator.comparing(Review::customerId))
                .forEach(review -> outbox.announce(new CreditEvent.ReviewDue(
                        review.customerId(), review.reviewId(), review.riskClass(), review.dueOn())));
    }

    /**
     * A person looked; the next review is planned by the class of today.
     *
     * @throws RuleBroken {@code review-unknown}, {@code review-done}
     */
    Review complete(UUID reviewId, String outcome, String reason) {
        Review review = books.locked(reviewId)
                .orElseThrow(() -> RuleBroken.notFound("review-unknown", "there is no such review"));
        Review done = review.done(outcome, reason, caller.subject(), tenancy.today());
        books.save(done);
        if (!outcome.equals("ended")) {
            plan(done.customerId(), scoring.classOf(done.customerId()).orElse(null), tenancy.today());
        }
        return done;
    }

    private void plan(String customerId, String riskClass, LocalDate today) {
        int days = scoring.reviewDays(customerId, riskClass, today);
        books.save(Review.after(Ids.next(), customerId, riskClass, today, days));
    }
}
