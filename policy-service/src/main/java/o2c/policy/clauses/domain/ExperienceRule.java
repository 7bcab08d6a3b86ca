package o2c.policy.clauses.domain;

import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * How far a customer's own payments justify a limit that the seller sets himself.
 *
 * @param months how far back payments are looked at
 * @param share of the highest balance that was paid, in percent; more than 100 is possible
 * @param maxDaysLate a payment later than this many days after its due day spoils the experience
 */
public record ExperienceRule(int months, Percentage share, int maxDaysLate) {

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 3650;

    public ExperienceRule {
        if (months < 1 || months > MOST_MONTHS) {
            throw RuleBroken.invalid("period-out-of-range", "1 to " + MOST_MONTHS + " months")
                    .at("/experience/months");
        }
        if (share.value().signum() <= 0) {
            throw RuleBroken.invalid("percentage-out-of-range", "the share is more than zero")
                    .at("/experience/share");
        }
        if (maxDaysLate < 0 || maxDaysLate > MOST_DAYS) {
            throw RuleBroken.invalid("period-out-of-range", "0 to " + MOST_DAYS + " days")
                    .at("/experience/maxDaysLate");
        }
    }
}
