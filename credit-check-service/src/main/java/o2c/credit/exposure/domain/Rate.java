package o2c.credit.exposure.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import o2c.kernel.Money;

/**
 * What a currency was last known to be worth.
 *
 * @param rate units of the tenant's base currency for one unit
 * @param ratedOn the day the rate is of
 */
public record Rate(Currency currency, BigDecimal rate, LocalDate ratedOn) {

    private static final int FRESH_DAYS = 5;
    private static final int DIGITS = 12;

    /** The base currency itself, on any day. */
    public static Rate base(Currency base, LocalDate day) {
        return new Rate(base, BigDecimal.ONE, day);
    }

    /** Whether the rate is older than five days: a person must look. */
    public boolean isStaleOn(LocalDate day) {
        return ratedOn.plusDays(FRESH_DAYS).isBefore(day);
    }

    /** An amount in this currency as one in another, rounded half up to that one's minor digits. */
    public Converted convert(Money amount, Rate to) {
        BigDecimal cross = rate.divide(to.rate, DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        LocalDate older = ratedOn.isBefore(to.ratedOn) ? ratedOn : to.ratedOn;
        BigDecimal exact = amount.amount().multiply(rate).divide(to.rate, DIGITS, RoundingMode.HALF_UP);
        return new Converted(amount, cross, older, Money.rounded(exact, to.currency));
    }

    /**
     * An amount in another currency.
     *
     * @param rate units of the other currency for one unit of the original's
     * @param ratedOn the day of the older of the two rates behind it
     */
    public record Converted(Money original, BigDecimal rate, LocalDate ratedOn, Money amount) {

        public boolean isStaleOn(LocalDate day) {
            return new Rate(amount.currency(), BigDecimal.ONE, ratedOn).isStaleOn(day);
        }
    }
}
