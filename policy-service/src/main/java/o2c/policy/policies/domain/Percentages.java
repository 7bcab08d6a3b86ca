package o2c.policy.policies.domain;

import java.math.BigDecimal;
import o2c.kernel.Percentage;

/** One written form per percentage: two decimals, more only where they say something. */
public final class Percentages {

    private static final int USUAL_DECIMALS = 2;

    private Percentages() {}

    /** {@code 90}, {@code 90.0} and {@code 90.000000} are all {@code 90.00}; null stays null. */
    public static Percentage plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return new Percentage(stripped.scale() < USUAL_DECIMALS ? stripped.setScale(USUAL_DECIMALS) : stripped);
    }
}
