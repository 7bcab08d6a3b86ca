package o2c.credit.monitoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * How much of a limit is used.
 *
 * @param owed in the limit's currency
 */
public record Utilisation(Money owed, Money limit) {

    private static final int[] LEVELS = {100, 95, 80};
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The highest alert level that is reached: 100, 95, 80, or 0 for none. */
    public int level() {
        for (int level : LEVELS) {
            BigDecimal line = limit.amount().multiply(BigDecimal.valueOf(level));
            if (owed.isPositive() && owed.amount().multiply(HUNDRED).compareTo(line) >= 0) {
                return level;
            }
        }
        return 0;
    }

    /** Percent of the limit, two decimals; of a limit of nothing, 100 as soon as anything is owed. */
    public Percentage share() {
        return limit.isZero() && owed.isPositive() ? Percentage.of("100.00") : Percentage.share(owed.orZero(), limit);
    }

    /**
     * The day on which the limit is crossed if what is owed goes on growing as it did; empty when it does not grow, is
     * crossed already, or would take more than a year.
     *
     * @param before what was owed on {@code day}
     */
    public Optional<LocalDate> crossingAfter(LocalDate today, Money before, LocalDate day) {
        Money growth = owed.minus(before);
        Money room = limit.minus(owed);
        long days = today.toEpochDay() - day.toEpochDay();
        if (!growth.isPositive() || room.isNegative() || days <= 0) {
            return Optional.empty();
        }
        BigDecimal ahead = room.amount()
                .multiply(BigDecimal.valueOf(days))
                .divide(growth.amount(), 0, RoundingMode.FLOOR)
                .add(BigDecimal.ONE);
        return ahead.compareTo(BigDecimal.valueOf(365)) > 0
                ? Optional.empty()
                : Optional.of(today.plusDays(ahead.longValueExact()));
    }
}
