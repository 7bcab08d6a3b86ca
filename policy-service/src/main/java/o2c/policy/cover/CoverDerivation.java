package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.PolicyStanding;
import o2c.policy.deadlines.Deadlines;
import o2c.policy.deadlines.Deadlines.Standing;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;

/** Looks at a customer's cover again after facts changed, keeps the figures and tells when they are others. */
@ApplicationScoped
class CoverDerivation implements Derivation {

    private final KeptCover kept;
    private final Covers covers;
    private final Deadlines deadlines;
    private final Outbox outbox;

    CoverDerivation(KeptCover kept, Covers covers, Deadlines deadlines, Outbox outbox) {
        this.kept = kept;
        this.covers = covers;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        KeptCover.Told told = kept.take(customerId);
        long termsNumber = kept.termsNumber();
        CustomerCover cover = covers.of(customerId, today, AsKnown.NOW);
        kept.keep(cover, today, termsNumber);
        String leading = cover.leading().map(PolicyStanding::policyId).orElse(null);
        if (told.differsFrom(cover, leading)) {
            outbox.announce(
                    new CoverChanged(customerId, leading, cover.outstanding(), cover.insured(), cover.uninsured()));
        }
        deadlines.keep(
                customerId,
                cover.standings().stream()
                        .filter(PolicyStanding::inForce)
                        .map(standing -> new Standing(standing.policyId(), standing.deadlines(), standing.resumedOn()))
                        .toList(),
                today);
    }
}
