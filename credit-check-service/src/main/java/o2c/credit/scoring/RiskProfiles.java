package o2c.credit.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import o2c.credit.behaviour.BehaviourBook;
import o2c.credit.customers.Families;
import o2c.credit.overrides.OverrideRegister;
import o2c.credit.overrides.domain.RiskOverride;
import o2c.credit.overrides.domain.RiskOverride.Kind;
import o2c.credit.scoring.RiskProfileResource.Profile;
import o2c.credit.scoring.ScoreBooks.Kept;
import o2c.credit.scoring.domain.Score;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Moment;

/** Puts together what is known of a customer's risk. */
@ApplicationScoped
class RiskProfiles {

    private final ScoreBooks books;
    private final ScoreCards cards;
    private final OverrideRegister overrides;
    private final BehaviourBook behaviours;
    private final Families families;

    RiskProfiles(
            ScoreBooks books,
            ScoreCards cards,
            OverrideRegister overrides,
            BehaviourBook behaviours,
            Families families) {
        this.books = books;
        this.cards = cards;
        this.overrides = overrides;
        this.behaviours = behaviours;
        this.families = families;
    }

    /** The present is scored as it stands; the past is read as it was kept. */
    Profile of(String customerId, Moment moment) {
        boolean human = families.profileOf(customerId)
                .orElseThrow(() -> RuleBroken.notFound("customer-unknown", "there is no such customer"))
                .naturalPerson();
        Optional<RiskOverride> override = overrides.inForce(customerId, Kind.RISK_CLASS, moment.asOf());
        Optional<Kept> kept = moment.latest() ? Optional.empty() : books.at(customerId, moment);
        Score score = kept.map(Kept::score).orElseGet(() -> cards.score(customerId, moment));
        String counts = kept.isPresent()
                ? kept.get().riskClass()
                : override.map(RiskOverride::value).orElse(score.riskClass());
        return new Profile(
                customerId,
                moment.asOf(),
                score.score(),
                counts,
                score.riskClass(),
                override.orElse(null),
                human,
                score.scorecardId(),
                score.scorecardVersion(),
                score.base(),
                score.contributions(),
                score.contributions().stream().filter(one -> !one.isKnown()).toList(),
                behaviours.of(customerId, moment));
    }
}
