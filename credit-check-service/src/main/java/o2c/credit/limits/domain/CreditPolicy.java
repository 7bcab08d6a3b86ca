package o2c.credit.limits.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * How generous a tenant is: one version, in force from a day until a later version takes over.
 *
 * @param version 0 for what holds before anybody set anything
 * @param approvalThreshold a limit up to this figure, in the limit's own currency, needs nobody else
 * @param tolerance how far, in percent of the limit, an exposure may pass it and still be approved
 * @param declineAbove an exposure that already exceeds this percentage of the limit is declined, not referred
 * @param checkValidity business dates a credit check stands after its own
 */
public record CreditPolicy(
        int version,
        LocalDate effectiveFrom,
        BigDecimal approvalThreshold,
        Percentage tolerance,
        Percentage declineAbove,
        int checkValidity) {

    /** What holds for a tenant that set nothing. */
    public static final CreditPolicy STANDARD = new CreditPolicy(
            0, LocalDate.of(2000, 1, 1), new BigDecimal("50000.00"), Percentage.of("0.00"), Percentage.of("200.00"), 7);

    public CreditPolicy {
        bounded(approvalThreshold.signum() >= 0, "/approvalThreshold");
        bounded(tolerance.isShare(), "/tolerance");
        bounded(declineAbove.compareTo(Percentage.of("100")) >= 0, "/declineAbove");
        bounded(checkValidity >= 1 && checkValidity <= 90, "/checkValidity");
    }

    /**
     * The same version, when it does not reach back: what was decided before stays as it was.
     *
     * @throws RuleBroken {@code effective-in-past}
     */
    public CreditPolicy effectiveNotBefore(LocalDate today) {
        if (effectiveFrom.isBefore(today)) {
            throw RuleBroken.refused("effective-in-past", "a policy takes effect on " + today + " or later")
                    .at("/effectiveFrom");
        }
        return this;
    }

    /** Whether somebody else must agree to a limit. */
    public boolean needsApproval(Money limit) {
        return limit.amount().compareTo(approvalThreshold) > 0;
    }

    /** The limit with its tolerance: the most an exposure may reach with an approved order. */
    public Money ceiling(Money limit) {
        return limit.plus(tolerance.of(limit));
    }

    /** The exposure above which an order is declined at once. */
    public Money declineLine(Money limit) {
        return declineAbove.of(limit);
    }

    private static void bounded(boolean holds, String pointer) {
        if (!holds) {
            throw RuleBroken.invalid("policy-out-of-range", "the figure lies outside what makes sense")
                    .at(pointer);
        }
    }
}
