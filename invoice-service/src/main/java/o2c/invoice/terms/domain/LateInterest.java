package o2c.invoice.terms.domain;

import java.math.BigDecimal;
import o2c.kernel.RuleBroken;

/**
 * What was agreed about interest on late payment.
 *
 * @param annualRate percent a year, for {@link Basis#CONTRACTUAL} only
 * @param penalty a penalty that was agreed beside it, in words, or null
 */
public record LateInterest(Basis basis, BigDecimal annualRate, String penalty) {

    /** The rate of law, as it stands when nothing was agreed. */
    public static final LateInterest STATUTORY = new LateInterest(Basis.STATUTORY, null, null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Where the rate comes from. */
    public enum Basis {
        /** The law of the seller's country. */
        STATUTORY,
        /** The rate in the terms. */
        CONTRACTUAL,
        /** Interest was waived. */
        NONE
    }

    public LateInterest {
        boolean contractual = basis == Basis.CONTRACTUAL;
        boolean inRange = annualRate == null || annualRate.signum() >= 0 && annualRate.compareTo(HUNDRED) <= 0;
        if (contractual != (annualRate != null) || !inRange) {
            throw RuleBroken.refused("interest-rate-wrong", "only contractual interest has a rate, of 0 to 100 percent")
                    .at("/annualRate");
        }
    }
}
