package o2c.policy.cover.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import o2c.policy.deadlines.domain.StopHistory;
import o2c.policy.facts.domain.Debtor;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * Whether anything of a receivable can be insured at all. The first clause that says no names the reason.
 *
 * @param excluded whether the policy leaves this buyer out by name
 */
record Eligibility(PolicyTerms terms, Debtor debtor, boolean excluded, LimitTimeline limits, StopHistory stops) {

    Optional<Reason> exclusionOf(Receivable receivable) {
        return brokenBy(receivable).stream().findFirst();
    }

    /** Every clause that says no, in the order in which they are asked. */
    List<Reason> brokenBy(Receivable receivable) {
        List<Reason> broken = new ArrayList<>();
        ofDebtor(broken);
        if (terms.isTermTooLong(receivable.issuedOn(), receivable.dueOn())) {
            broken.add(Reason.TERMS_TOO_LONG);
        }
        if (terms.isInvoicedTooLate(receivable.deliveredOn(), receivable.issuedOn())) {
            broken.add(Reason.INVOICED_LATE);
        }
        if (stops.isStoppedOn(receivable.insuredFrom())) {
            broken.add(Reason.AFTER_STOP);
        }
        if (!limits.isPositiveOn(receivable.insuredFrom())) {
            broken.add(debtor.limitElsewhere() ? Reason.LIMIT_ON_OTHER_ENTITY : Reason.NO_LIMIT);
        }
        if (terms.coverBasis() == CoverBasis.NET && receivable.net() == null) {
            broken.add(Reason.VAT_UNKNOWN);
        }
        return broken;
    }

    private void ofDebtor(List<Reason> broken) {
        if (excluded || terms.further().scope().excludes(debtor.kind())) {
            broken.add(Reason.EXCLUDED);
        }
        if (debtor.country() == null && !terms.countries().isEmpty()) {
            broken.add(Reason.COUNTRY_UNKNOWN);
        } else if (!terms.insuresCountry(debtor.country())) {
            broken.add(Reason.COUNTRY_NOT_COVERED);
        }
    }
}
