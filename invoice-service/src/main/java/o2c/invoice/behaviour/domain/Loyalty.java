package o2c.invoice.behaviour.domain;

import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * A reward for always paying in time.
 *
 * @param invoices how many paid in time in a row earn it
 * @param bonus percent of their totals
 */
public record Loyalty(int invoices, Percentage bonus) {

    private static final int MOST = 1000;

    /**
     * Checks what a tenant decided.
     *
     * @throws RuleBroken {@code streak-out-of-range}, {@code percentage-out-of-range}
     */
    public Loyalty checked() {
        if (invoices < 1 || invoices > MOST) {
            throw RuleBroken.refused("streak-out-of-range", "a streak has 1 to " + MOST + " invoices")
                    .at("/invoices");
        }
        if (!bonus.isShare()) {
            throw RuleBroken.refused("percentage-out-of-range", "a bonus is 0 to 100 percent")
                    .at("/bonusPercentage");
        }
        return this;
    }

    /** A settled invoice, as far as loyalty goes. */
    public record Kept(Money total, boolean inTime) {}

    /**
     * How many of the latest invoices were paid in time in a row.
     *
     * @param newestFirst settled invoices
     * @param isLateNow whether something open is past its last day for payment, which ends every streak
     */
    public static int streak(List<Kept> newestFirst, boolean isLateNow) {
        if (isLateNow) {
            return 0;
        }
        int streak = 0;
        for (Kept invoice : newestFirst) {
            if (!invoice.inTime()) {
                return streak;
            }
            streak++;
        }
        return streak;
    }

    /** The bonus that a streak has earned: percent of its oldest invoices, as many as make whole rewards. */
    public Money earned(List<Kept> newestFirst, int streak, Currency currency) {
        int counted = streak / invoices * invoices;
        return bonus.of(Money.sum(
                newestFirst.subList(streak - counted, streak).stream()
                        .map(Kept::total)
                        .filter(total -> total.currency().equals(currency))
                        .toList(),
                currency));
    }
}
