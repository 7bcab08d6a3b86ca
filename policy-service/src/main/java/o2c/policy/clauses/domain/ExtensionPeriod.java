package o2c.policy.clauses.domain;

import java.time.LocalDate;
import o2c.kernel.RuleBroken;

/**
 * The longest time a customer may be given after the anchor day (maximum extension period).
 *
 * @param value how many units, 0 to 3650
 */
public record ExtensionPeriod(int value, Unit unit) {

    /** Calendar days, or calendar months counted from the anchor day itself. */
    public enum Unit {
        DAYS,
        MONTHS
    }

    public static final ExtensionPeriod SIXTY_DAYS = new ExtensionPeriod(60, Unit.DAYS);

    private static final int SHORTEST_MONTH = 28;

    public ExtensionPeriod {
        if (value < 0 || value > 3650) {
            throw RuleBroken.invalid("period-out-of-range", "an extension period has 0 to 3650 units")
                    .at("/extensionPeriod/value");
        }
    }

    /** The last day of the period: 31 March + 2 months is 31 May, 30 June + 2 months is 30 August. */
    public LocalDate after(LocalDate anchor) {
        return unit == Unit.DAYS ? anchor.plusDays(value) : anchor.plusMonths(value);
    }

    /** A number of days that is never more than the period has, whatever the anchor. */
    public int atLeastDays() {
        return unit == Unit.DAYS ? value : value * SHORTEST_MONTH;
    }
}
