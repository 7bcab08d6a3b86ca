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
 * @param country the customer's, or null when not known
 */
record Eligibility(PolicyTerms terms, String country, LimitTimeline limits, StopHistory stops) {

    static Eligibility under(PolicyTerms terms, String country, LimitTimeline limits, StopHistory stops) {
        return new Eligibility(terms, country, limits, stops);
    }

    Optional<Reason> exclusionOf(Receivable receivable) {
        LocalDate day = receivable.insuredFrom();
        if (country == null && !terms.countries().isEmpty()) {
            return Optional.of(Reason.COUNTRY_UNKNOWN);
        }
        if (!terms.insuresCountry(country)) {
            return Optional.of(Reason.COUNTRY_NOT_COVERED);
        }
        if (terms.isTermTooLong(receivable.issuedOn(), receivable.dueOn())) {
            return Optional.of(Reason.TERMS_TOO_LONG);
        }
        if (terms.isInvoicedTooLate(receivable.deliveredOn(), receivable.issuedOn())) {
            return Optional.of(Reason.INVOICED_LATE);
        }
        if (stops.isStoppedOn(day)) {
            return Optional.of(Reason.AFTER_STOP);
        }
        if (!limits.isPositiveOn(day)) {
            return Optional.of(Reason.NO_LIMIT);
        }
        if (terms.coverBasis() == CoverBasis.NET && receivable.net() == null) {
            return Optional.of(Reason.VAT_UNKNOWN);
        }
        return Optional.empty();
    }
}
