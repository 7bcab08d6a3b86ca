package o2c.credit.scoring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import o2c.contracts.CreditEvent;
import o2c.credit.behaviour.BehaviourBook;
import o2c.credit.causes.Causes;
import o2c.credit.causes.Causes.Cause;
import o2c.credit.overrides.OverrideRegister;
import o2c.credit.overrides.domain.RiskOverride;
import o2c.credit.overrides.domain.RiskOverride.Kind;
import o2c.credit.scoring.ScoreBooks.Kept;
import o2c.credit.scoring.domain.Score;
import o2c.runtime.books.Moment;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;

/** Scores customers again whenever something about them changed, and tells when that moves them to another class. */
@ApplicationScoped
@Priority(10)
public class Scoring implements Derivation {

    private final ScoreBooks books;
    private final ScoreCards cards;
    private final OverrideRegister overrides;
    private final BehaviourBook behaviours;
    private final Causes causes;
    private final Outbox outbox;

    Scoring(
            ScoreBooks books,
            ScoreCards cards,
            OverrideRegister overrides,
            BehaviourBook behaviours,
            Causes causes,
            Outbox outbox) {
        this.books = books;
        this.cards = cards;
        this.overrides = overrides;
        this.behaviours = behaviours;
        this.causes = causes;
        this.outbox = outbox;
    }

    /**
     * How a customer stands on his scorecard.
     *
     * @param riskClass the class that counts, or null when too little is known
     */
    public record Standing(String riskClass, BigDecimal score) {}

    /** Class and points as they were told last; empty when he was never scored. */
    public Optional<Standing> standingOf(String customerId) {
        return books.latest(customerId);
    }

    /** The class that counts for a customer, or empty when too little is known. */
    public Optional<String> classOf(String customerId) {
        return books.latest(customerId).map(Standing::riskClass);
    }

    /** Days between two reviews of a customer in a class, by the scorecard that is meant for him. */
    public int reviewDays(String customerId, String riskClass, LocalDate today) {
        return cards.cardOf(customerId, Moment.asKnownNow(today)).reviewDays(riskClass);
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        Optional<Cause> heard = causes.take(customerId);
        Optional<Kept> before = books.at(customerId, Moment.asKnownNow(today));
        Score score = cards.score(customerId, Moment.asKnownNow(today));
        String riskClass = overrides
                .inForce(customerId, Kind.RISK_CLASS, today)
                .map(RiskOverride::value)
                .orElse(score.riskClass());
        boolean same = before.filter(kept -> kept.score().equals(score) && Objects.equals(kept.riskClass(), riskClass))
                .isPresent();
        boolean nothingToTell = before.isEmpty() && score.known() == 0 && riskClass == null;
        if (same || nothingToTell) {
            return;
        }
        Cause cause = heard.or(() -> late(customerId)).orElse(new Cause(null, "day", null));
        books.add(customerId, today, riskClass, score, cause);
        String was = before.map(Kept::riskClass).orElse(null);
        if (!Objects.equals(was, riskClass)) {
            outbox.announce(new CreditEvent.RiskClassChanged(
                    customerId,
                    was,
                    riskClass,
                    before.map(kept -> kept.score().score()).orElse(null),
                    score.score(),
                    score.scorecardId(),
                    score.scorecardVersion(),
                    cause.type().equals("override") ? null : cause.eventId(),
                    cause.type(),
                    cause.invoiceId(),
                    today));
        }
    }

    /** When only the days went by, the oldest overdue invoice is behind it. */
    private Optional<Cause> late(String customerId) {
        return behaviours
                .oldestLate(customerId)
                .map(late -> new Cause(late.eventId(), "PaymentOverdue", late.invoiceId()));
    }
}
