package o2c.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An amount in one currency, always with exactly the currency's minor digits (ISO 4217). Two currencies are never
 * mixed: every operation on two amounts refuses that with {@code currency-mismatch}.
 *
 * @param amount decimal amount, scale = minor digits of the currency
 * @param currency ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** The most integer digits an amount may have; the database keeps the same bound. */
    public static final int MAX_INTEGER_DIGITS = 15;

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw RuleBroken.invalid("currency-without-minor-unit", currency + " has no minor unit");
        }
        if (amount.scale() != currency.getDefaultFractionDigits()) {
            throw RuleBroken.invalid(
                    "wrong-minor-digits",
                    currency + " amounts have exactly " + currency.getDefaultFractionDigits() + " decimals");
        }
        if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw RuleBroken.invalid("amount-out-of-range", "at most " + MAX_INTEGER_DIGITS + " integer digits");
        }
    }

    /** An amount as written, with exactly the currency's minor digits: {@code Money.of("12.50", "EUR")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** An amount that may be written with fewer digits than the currency has, never more (CSV columns). */
    public static Money padded(BigDecimal amount, Currency currency) {
        try {
            return new Money(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY), currency);
        } catch (ArithmeticException moreDigits) {
            throw RuleBroken.invalid(
                    "wrong-minor-digits",
                    currency + " amounts have at most " + currency.getDefaultFractionDigits() + " decimals");
        }
    }

    /** Rounds half up to the currency's minor digits: only where a rule of the domain names the rounding. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits()), currency);
    }

    /** The sum of amounts that all have {@code currency}; zero when there are none. */
    public static Money sum(Collection<Money> amounts, Currency currency) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The product, rounded half up to the minor digits. */
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount, or zero when it is negative. */
    public Money orZero() {
        return max(zero(currency));
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean exceeds(Money other) {
        return compareTo(other) > 0;
    }

    /**
     * Splits this amount in proportion to the weights by largest remainder: the parts always add up to the whole, and
     * no part is more than one minor unit away from its exact share. Equal remainders go to the last parts, so that
     * 100.00 in three equal parts is 33.33, 33.33, 33.34.
     */
    public List<Money> splitBy(List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw RuleBroken.invalid("weights-not-positive", "the weights of a split are positive");
        }
        List<BigDecimal> exact = weights.stream()
                .map(weight -> amount.multiply(weight).divide(total, amount.scale() + 18, RoundingMode.HALF_UP))
                .toList();
        List<BigDecimal> parts = new ArrayList<>(exact.stream()
                .map(share -> share.setScale(amount.scale(), RoundingMode.DOWN))
                .toList());
        BigDecimal rest = amount.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(amount.scale()).multiply(BigDecimal.valueOf(rest.signum()));
        int units = rest.movePointRight(amount.scale()).abs().intValueExact();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(
                                i -> exact.get(i).subtract(parts.get(i)).abs())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .limit(units)
                .forEach(i -> parts.set(i, parts.get(i).add(unit)));
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    /** Equal parts by largest remainder; what does not divide goes to the last ones. */
    public List<Money> splitEqually(int parts) {
        return splitBy(Collections.nCopies(parts, BigDecimal.ONE));
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw RuleBroken.invalid("currency-mismatch", currency + " and " + other.currency + " cannot be combined");
        }
        return other;
    }
}
