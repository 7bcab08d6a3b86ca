package o2c.dunning.rates.domain;

import java.time.LocalDate;
import o2c.kernel.Percentage;

/**
 * A statutory rate of late-payment interest.
 *
 * @param validFrom the first day it holds; until the day before the next one
 * @param annualRate percent per year
 * @param evidence how well it is founded: secondary, derived, general-knowledge, or tenant for a tenant's own row
 */
public record LegalRate(
        Jurisdiction jurisdiction,
        DebtorKind debtorKind,
        LocalDate validFrom,
        Percentage annualRate,
        String evidence,
        String source) {

    /** Evidence of a row that a tenant has set. */
    public static final String TENANT = "tenant";

    /** The last day that is certain when no later rate is announced: the end of the half-year it begins in. */
    LocalDate certainUntil() {
        return validFrom.getMonthValue() <= 6
                ? LocalDate.of(validFrom.getYear(), 6, 30)
                : LocalDate.of(validFrom.getYear(), 12, 31);
    }

    boolean replaces(LegalRate other) {
        return jurisdiction == other.jurisdiction
                && debtorKind == other.debtorKind
                && validFrom.equals(other.validFrom);
    }
}
