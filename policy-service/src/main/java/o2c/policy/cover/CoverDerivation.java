package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.contracts.PolicyEvent.ExposureUncovered;
import o2c.policy.buyers.Buyers;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.PolicyStanding;
import o2c.policy.deadlines.Deadlines;
import o2c.policy.deadlines.Deadlines.Standing;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;

/**
 * Looks at a customer's cover again after facts changed, keeps the figures and tells when they are others. The
 * customers of one buyer share a limit: they are looked at together, under the lock of the buyer, whichever of them the
 * facts are about.
 */
@ApplicationScoped
class CoverDerivation implements Derivation {

    private final KeptCover kept;
    private final Covers covers;
    private final Buyers buyers;
    private final Deadlines deadlines;
    private final Outbox outbox;

    CoverDerivation(KeptCover kept, Covers covers, Buyers buyers, Deadlines deadlines, Outbox outbox) {
        this.kept = kept;
        this.covers = covers;
        this.buyers = buyers;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        List<String> customers = buyers.lock(customerId);
        Map<String, KeptCover.Told> told = new LinkedHashMap<>();
        customers.forEach(customer -> told.put(customer, kept.take(customer)));
        long termsNumber = kept.termsNumber();
        for (CustomerCover cover : covers.of(customers, today, AsKnown.NOW)) {
            kept.keep(cover, today, termsNumber);
            tell(cover, told.get(cover.customerId()));
            deadlines.keep(cover.customerId(), standings(cover), today);
        }
    }

    private void tell(CustomerCover cover, KeptCover.Told told) {
        String leading = cover.leading().map(PolicyStanding::policyId).orElse(null);
        if (told.differsFrom(cover, leading)) {
            outbox.announce(new CoverChanged(
                    cover.customerId(), leading, cover.outstanding(), cover.insured(), cover.uninsured()));
        }
        if (cover.uncovered().amount().compareTo(told.uncovered()) > 0) {
            outbox.announce(new ExposureUncovered(
                    cover.customerId(),
                    leading,
                    cover.uncovered(),
                    KeptCover.money(told.uncovered(), cover.uncovered().currency())));
        }
    }

    private static List<Standing> standings(CustomerCover cover) {
        return cover.standings().stream()
                .filter(PolicyStanding::inForce)
                .map(standing -> new Standing(standing.policyId(), standing.deadlines(), standing.resumedOn()))
                .toList();
    }
}
