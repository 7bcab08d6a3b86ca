package o2c.invoice.insight.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import o2c.kernel.Money;

/**
 * How much of what could be collected in a period was: (begin + sales − end total) ÷ (begin + sales − end current) ×
 * 100.
 *
 * @param percent two decimals, half up, rounded once
 */
public record CollectionEffectiveness(BigDecimal percent) {

    private static final int DECIMALS = 2;

    /**
     * What a period brought.
     *
     * @param begin owed when it began
     * @param sales sold in it
     * @param end owed when it ended
     * @param endCurrent of that what was not past its due day
     */
    public record Period(Money begin, Money sales, Money end, Money endCurrent) {}

    /** The figure, or nothing when there was nothing to collect. */
    public static Optional<CollectionEffectiveness> of(Period period) {
        Money all = period.begin.plus(period.sales);
        Money collected = all.minus(period.end);
        Money collectable = all.minus(period.endCurrent);
        if (!collectable.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(new CollectionEffectiveness(
                collected.amount().movePointRight(2).divide(collectable.amount(), DECIMALS, RoundingMode.HALF_UP)));
    }
}
