package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.Optional;
import o2c.policy.deadlines.domain.StopHistory;
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
        return ofDebtor().or(() -> ofInvoice(receivable)).or(() -> ofDay(receivable));
    }

    private Optional<Reason> ofDebtor() {
        if (excluded || terms.further().scope().excludes(debtor.kind())) {
            return Optional.of(Reason.EXCLUDED);
        }
        if (debtor.country() == null && !terms.countries().isEmpty()) {
            return Optional.of(Reason.COUNTRY_UNKNOWN);
        }
        return terms.insuresCountry(debtor.country()) ? Optional.empty() : Optional.of(Reason.COUNTRY_NOT_COVERED);
    }

    private Optional<Reason> ofInvoice(Receivable receivable) {
        if (terms.isTermTooLong(receivable.issuedOn(), receivable.dueOn())) {
            return Optional.of(Reason.TERMS_TOO_LONG);
        }
        return terms.isInvoicedTooLate(receivable.deliveredOn(), receivable.issuedOn())
                ? Optional.of(Reason.INVOICED_LATE)
                : Optional.empty();
    }

    private Optional<Reason> ofDay(Receivable receivable) {
        LocalDate day = receivable.insuredFrom();
        if (stops.isStoppedOn(day)) {
            return Optional.of(Reason.AFTER_STOP);
        }
        if (!limits.isPositiveOn(day)) {
            return Optional.of(debtor.limitElsewhere() ? Reason.LIMIT_ON_OTHER_ENTITY : Reason.NO_LIMIT);
        }
        return terms.coverBasis() == CoverBasis.NET && receivable.net() == null
                ? Optional.of(Reason.VAT_UNKNOWN)
                : Optional.empty();
    }
}
