package o2c.policy.clauses.domain;

import java.util.Optional;

/**
 * What the seller has to do, and by when.
 *
 * @param handOverDays days from the last covered day to the day by which a receivable goes to collection
 * @param adverseReportDays days within which adverse information is to be reported
 * @param noticeDays days after which a reduction or cancellation by the insurer counts
 * @param waitingPeriod from the hand-over for collection to the day of loss (protracted default)
 * @param resumption what ends a stop of cover
 * @param experience how payment experience justifies a discretionary limit, or null when it does not
 */
public record ConductClauses(
        Integer handOverDays,
        Integer adverseReportDays,
        Integer noticeDays,
        ExtensionPeriod waitingPeriod,
        Resumption resumption,
        ExperienceRule experience) {

    /** How long a debtor is usually pursued before the loss counts as one. */
    public static final ExtensionPeriod SIX_MONTHS = new ExtensionPeriod(6, ExtensionPeriod.Unit.MONTHS);

    /** What a policy says that is silent on these clauses. */
    public static final ConductClauses SILENT = new ConductClauses(null, null, null, null, null, null);

    private static final int HAND_OVER_DAYS = 30;
    private static final int ADVERSE_REPORT_DAYS = 10;

    /** What ends a stop of cover. */
    public enum Resumption {
        /** The receivable that caused it is paid. */
        ON_PAYMENT,
        /** The insurer consents, after it is paid. */
        ON_CONSENT
    }

    public ConductClauses {
        handOverDays = handOverDays == null ? HAND_OVER_DAYS : handOverDays;
        adverseReportDays = adverseReportDays == null ? ADVERSE_REPORT_DAYS : adverseReportDays;
        noticeDays = noticeDays == null ? 0 : noticeDays;
        waitingPeriod = waitingPeriod == null ? SIX_MONTHS : waitingPeriod;
        resumption = resumption == null ? Resumption.ON_PAYMENT : resumption;
    }

    /** The rule for limits from payment experience. */
    public Optional<ExperienceRule> experienceRule() {
        return Optional.ofNullable(experience);
    }
}
