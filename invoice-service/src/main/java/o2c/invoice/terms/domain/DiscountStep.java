package o2c.invoice.terms.domain;

import java.math.RoundingMode;
import java.time.LocalDate;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * A discount for paying early.
 *
 * @param withinDays calendar days after issue; money that reaches the account on the last of them is in time
 * @param percentage of the total including VAT
 */
public record DiscountStep(int withinDays, Percentage percentage) {

    private static final int LONGEST = 365;

    public DiscountStep {
        if (withinDays < 0 || withinDays > LONGEST) {
            throw RuleBroken.refused("terms-out-of-range", "a discount runs from 0 to " + LONGEST + " days")
                    .at("/withinDays");
        }
        if (!percentage.isShare() || percentage.value().signum() == 0) {
            throw RuleBroken.refused("percentage-out-of-range", "a discount is more than 0 and at most 100 percent")
                    .at("/percentage");
        }
    }

    /** The last day on which it may be taken. */
    public LocalDate until(LocalDate issuedOn) {
        return issuedOn.plusDays(withinDays);
    }

    /** What may be taken off that total, rounded half up. */
    public Money of(Money total) {
        return percentage.of(total);
    }

    /** The step as German invoices write it: {@code #SKONTO#TAGE=14#PROZENT=2.00#}. */
    public String asSkonto() {
        return "#SKONTO#TAGE=" + withinDays + "#PROZENT="
                + percentage.value().setScale(2, RoundingMode.HALF_UP).toPlainString() + "#";
    }
}
