package o2c.policy.deadlines.domain;

import java.time.LocalDate;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * The clauses from which the days of an unpaid receivable follow.
 *
 * @param reportDays days from the last covered day to the day by which the insurer must be told
 * @param handOverDays days from the last covered day to the day by which it goes to collection
 * @param claimDays days from the last covered day to the last day for a claim
 */
public record DeadlineRule(
        ExtensionPeriod extension, ExtensionAnchor anchor, int reportDays, int handOverDays, int claimDays) {

    public static DeadlineRule of(PolicyTerms terms) {
        return new DeadlineRule(
                terms.extensionPeriod(),
                terms.extensionAnchor(),
                terms.reportDays(),
                terms.further().conduct().handOverDays(),
                terms.claimDays());
    }

    public LocalDate anchorOf(LocalDate issuedOn, LocalDate dueOn) {
        return anchor.of(issuedOn, dueOn);
    }

    /** The last day on which deliveries are insured while a receivable with this anchor stays unpaid. */
    public LocalDate lastCoveredDay(LocalDate anchorOn) {
        return extension.after(anchorOn);
    }

    /** The same, or later when the insurer consented to a longer extension. */
    public LocalDate lastCoveredDay(LocalDate anchorOn, LocalDate extendedUntil) {
        LocalDate usual = lastCoveredDay(anchorOn);
        return extendedUntil == null || extendedUntil.isBefore(usual) ? usual : extendedUntil;
    }

    /** The first day on which deliveries are no longer insured. */
    public LocalDate stopOn(LocalDate anchorOn) {
        return lastCoveredDay(anchorOn).plusDays(1);
    }

    /** The last day on which the overdue may be reported to the insurer. */
    public LocalDate reportOn(LocalDate anchorOn) {
        return lastCoveredDay(anchorOn).plusDays(reportDays);
    }
}
