package o2c.invoice.receivables.domain;

import java.math.BigDecimal;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * What makes the amount to be paid differ from the total (EN 16931 BR-CO-16).
 *
 * @param prepaid what was paid before issue (BT-113), zero or more
 * @param rounding added to round the amount to be paid (BT-114), less than one either way
 */
public record Deduction(Money prepaid, Money rounding) {

    public Deduction {
        if (prepaid.isNegative()) {
            throw RuleBroken.refused("prepaid-negative", "what was paid before is not negative")
                    .at("/prepaid");
        }
        if (rounding.amount().abs().compareTo(BigDecimal.ONE) >= 0) {
            throw RuleBroken.refused("rounding-too-large", "rounding moves the amount by less than one")
                    .at("/rounding");
        }
    }

    /** The deduction of those two, or null when there is neither. */
    public static Deduction of(Money prepaid, Money rounding) {
        if (prepaid == null && rounding == null) {
            return null;
        }
        Money known = prepaid == null ? rounding : prepaid;
        Money zero = Money.zero(known.currency());
        Deduction deduction = new Deduction(prepaid == null ? zero : prepaid, rounding == null ? zero : rounding);
        return deduction.equals(new Deduction(zero, zero)) ? null : deduction;
    }

    /** What is left to pay of that total (BT-115). */
    public Money from(Money total) {
        Money owed = total.minus(prepaid).plus(rounding);
        if (owed.isNegative()) {
            throw RuleBroken.refused("prepaid-exceeds-total", "more was paid before than the invoice asks for")
                    .at("/prepaid");
        }
        return owed;
    }
}
