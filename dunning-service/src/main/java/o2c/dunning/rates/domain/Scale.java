package o2c.dunning.rates.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * A sum that the law sets by the principal, in slices.
 *
 * @param slices lowest first; the first begins above zero
 * @param minimum of the whole, or null
 * @param maximum of the whole, or null
 */
public record Scale(Currency currency, List<Slice> slices, BigDecimal minimum, BigDecimal maximum) {

    public Scale {
        slices = List.copyOf(slices);
    }

    /** Begins above an amount: its base plus a percentage of what lies above. */
    public record Slice(BigDecimal above, BigDecimal base, Percentage percentage) {}

    /** The sum for a principal, half up to the minor digits; zero for nothing. */
    public Money of(Money principal) {
        if (!principal.isPositive()) {
            return Money.zero(currency);
        }
        Slice slice = slices.stream()
                .filter(one -> principal.amount().compareTo(one.above) > 0)
                .reduce((lower, higher) -> higher)
                .orElseThrow();
        BigDecimal part = principal.amount().subtract(slice.above).multiply(slice.percentage.value());
        Money sum = Money.rounded(slice.base.add(part.movePointLeft(2)), currency);
        Money atLeast = minimum == null ? sum : sum.max(Money.padded(minimum, currency));
        return maximum == null ? atLeast : atLeast.min(Money.padded(maximum, currency));
    }
}
