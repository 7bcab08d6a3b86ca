package o2c.invoice.currency.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * What one unit of a currency is worth in the tenant's base currency.
 *
 * @param setFor the day it was set for; it counts until another is known
 * @param rate base currency per unit, more than zero, at most 12 decimals
 */
public record ExchangeRate(Currency currency, LocalDate setFor, BigDecimal rate) {

    private static final int DAYS_FRESH = 5;
    private static final int MOST_DECIMALS = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);

    /** In which direction a rate is told. */
    public enum Quotation {
        /** Base currency for one unit: amount times rate is the base amount. */
        BASE_PER_UNIT,
        /** Units for one of the base currency, as central banks publish. */
        UNITS_PER_BASE
    }

    public ExchangeRate {
        boolean inRange = rate.signum() > 0 && rate.compareTo(LARGEST) <= 0;
        if (!inRange || rate.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw RuleBroken.refused("rate-out-of-range", "a rate is positive and has at most 12 decimals")
                    .at("/rates/" + currency);
        }
    }

    /** A rate as it was told. */
    public static ExchangeRate told(Currency currency, LocalDate setFor, BigDecimal rate, Quotation quotation) {
        if (quotation == Quotation.BASE_PER_UNIT || rate.signum() <= 0) {
            return new ExchangeRate(currency, setFor, rate);
        }
        BigDecimal inverse =
                BigDecimal.ONE.divide(rate, MathContext.DECIMAL128).setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal plain = new BigDecimal(inverse.stripTrailingZeros().toPlainString());
        return new ExchangeRate(currency, setFor, plain);
    }

    /** The base currency itself. */
    public static ExchangeRate ofBase(Currency base, LocalDate day) {
        return new ExchangeRate(base, day, BigDecimal.ONE);
    }

    /** Whether on that day it is more than five days old: good enough for the books, not for a decision. */
    public boolean isStaleOn(LocalDate day) {
        return day.isAfter(setFor.plusDays(DAYS_FRESH));
    }

    /** The amount in the base currency, rounded half up once. */
    public Money inBase(Money amount, Currency base) {
        return Money.rounded(amount.amount().multiply(rate), base);
    }
}
