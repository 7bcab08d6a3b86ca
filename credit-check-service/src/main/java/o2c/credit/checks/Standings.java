package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import o2c.credit.behaviour.BehaviourBook;
import o2c.credit.checks.domain.Standing;
import o2c.credit.customers.Families;
import o2c.credit.customers.domain.Profile;
import o2c.credit.holds.domain.Party;
import o2c.credit.insolvency.InsolvencyBooks;
import o2c.credit.scoring.Scoring;
import o2c.credit.segments.Segmenting;
import o2c.kernel.RuleBroken;

/** Tells who customers are and how they stand. */
@ApplicationScoped
class Standings {

    private static final int PROMISES_DAYS = 365;

    private final Families families;
    private final Scoring scoring;
    private final BehaviourBook behaviours;
    private final Segmenting segments;
    private final InsolvencyBooks insolvencies;

    Standings(
            Families families,
            Scoring scoring,
            BehaviourBook behaviours,
            Segmenting segments,
            InsolvencyBooks insolvencies) {
        this.families = families;
        this.scoring = scoring;
        this.behaviours = behaviours;
        this.segments = segments;
        this.insolvencies = insolvencies;
    }

    /**
     * Who the customer is.
     *
     * @throws RuleBroken {@code customer-unknown} (422)
     */
    Profile profileOf(String customerId) {
        return families.profileOf(customerId)
                .orElseThrow(() -> RuleBroken.refused("customer-unknown", "nobody ever spoke of this customer")
                        .at("/customerId"));
    }

    /** How he stands on a day. */
    Standing of(Profile customer, LocalDate day) {
        Optional<Scoring.Standing> scored = scoring.standingOf(customer.customerId());
        return new Standing(
                new Party(
                        customer.customerId(),
                        customer.country(),
                        customer.kind(),
                        segments.segmentOf(customer),
                        scored.map(Scoring.Standing::riskClass).orElse(null),
                        customer.ancestors()),
                customer.naturalPerson(),
                behaviours.brokenSince(customer.customerId(), day.minusDays(PROMISES_DAYS)),
                scored.map(Scoring.Standing::score).orElse(null),
                insolvencies.openKindOf(customer.customerId()).orElse(null));
    }

    /**
     * Refuses while an insolvency is open.
     *
     * @throws RuleBroken {@code customer-insolvent}
     */
    void refuseInsolvent(String customerId) {
        if (insolvencies.openKindOf(customerId).isPresent()) {
            throw RuleBroken.conflict("customer-insolvent", "an insolvency of this customer is open");
        }
    }
}
