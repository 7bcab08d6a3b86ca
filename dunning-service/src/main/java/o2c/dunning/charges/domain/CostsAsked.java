package o2c.dunning.charges.domain;

import java.time.LocalDate;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * Which collection costs the creditor asks for.
 *
 * @param amount the sum of {@code AMOUNT}, else null
 * @param claimedOn the day {@code AMOUNT} was claimed, else null
 * @param vatRate VAT that the creditor cannot deduct on costs by scale, or null
 * @param recurring for a claim that comes back every month, else null
 */
public record CostsAsked(Mode mode, Money amount, LocalDate claimedOn, Percentage vatRate, Recurring recurring) {

    public static final CostsAsked NONE = new CostsAsked(Mode.NONE, null, null, null, null);

    /** How much is asked for. */
    public enum Mode {
        NONE,
        /** What the scale of the law gives. */
        STATUTORY,
        /** The least the law gives between businesses. */
        MINIMUM,
        AMOUNT
    }

    /** A month's claim, and the costs that were charged on such claims within six months. */
    public record Recurring(Money monthlyAmount, Money chargedInSixMonths) {}

    /** Only what is claimed takes part in allocation. */
    public boolean areClaimed() {
        return mode != Mode.NONE;
    }
}
