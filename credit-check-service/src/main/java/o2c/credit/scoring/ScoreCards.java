package o2c.credit.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import o2c.credit.customers.Families;
import o2c.credit.customers.domain.Profile;
import o2c.credit.holds.domain.Party;
import o2c.credit.scoring.domain.Score;
import o2c.credit.scoring.domain.Scorecard;
import o2c.runtime.books.Moment;

/** Puts a customer on the scorecard that is meant for him. */
@ApplicationScoped
class ScoreCards {

    private final ScorecardBooks books;
    private final Evidence evidence;
    private final Families families;

    ScoreCards(ScorecardBooks books, Evidence evidence, Families families) {
        this.books = books;
        this.evidence = evidence;
        this.families = families;
    }

    Score score(String customerId, Moment moment) {
        return cardOf(customerId, moment).score(evidence.about(customerId, moment));
    }

    Scorecard cardOf(String customerId, Moment moment) {
        Party party = families.profileOf(customerId).map(ScoreCards::party).orElse(Party.unknown(customerId));
        return books.forParty(party, moment);
    }

    private static Party party(Profile profile) {
        return new Party(
                profile.customerId(), profile.country(), profile.kind(), profile.segment(), null, profile.ancestors());
    }
}
