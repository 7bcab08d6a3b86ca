package o2c.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate in percent: {@code Percentage.of("90.00")} is ninety percent.
 *
 * @param value the percent figure, at most six decimals
 */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentage {
        if (value.scale() > 6 || value.precision() - value.scale() > 6) {
            throw RuleBroken.invalid("percentage-out-of-range", "a percentage has at most six decimals");
        }
    }

    public static Percentage of(String value) {
        return new Percentage(new BigDecimal(value));
    }

    /** This percentage of the amount, rounded half up to the currency's minor digits. */
    public Money of(Money whole) {
        return Money.rounded(whole.amount().multiply(value).divide(HUNDRED), whole.currency());
    }

    /** What share {@code part} is of {@code whole}, to two decimals, half up; zero when the whole is zero. */
    public static Percentage share(Money part, Money whole) {
        return whole.isZero()
                ? new Percentage(BigDecimal.ZERO.setScale(2))
                : new Percentage(part.amount().multiply(HUNDRED).divide(whole.amount(), 2, RoundingMode.HALF_UP));
    }

    /** Whether this lies from 0 to 100, both included. */
    public boolean isShare() {
        return value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
    }

    @Override
    public int compareTo(Percentage other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " %";
    }
}
