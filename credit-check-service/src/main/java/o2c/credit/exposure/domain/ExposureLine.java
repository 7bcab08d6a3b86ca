package o2c.credit.exposure.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import o2c.credit.exposure.domain.Rate.Converted;
import o2c.kernel.Money;

/**
 * One line of the exposure recipe.
 *
 * @param kind open-invoices, delivered-not-invoiced, reserved-orders, open-credits or unallocated-cash
 * @param amount signed: credits and cash are negative
 * @param original what was booked, in its own currency
 * @param rate units of the amount's currency for one of the original's
 * @param ratedOn the day of the rate; null where nothing was converted
 */
public record ExposureLine(String kind, Money amount, Money original, BigDecimal rate, LocalDate ratedOn) {

    /** A line in the currency asked about. */
    public static ExposureLine plain(String kind, Money amount) {
        return new ExposureLine(kind, amount, amount, BigDecimal.ONE, null);
    }

    /** A line in another currency. */
    public static ExposureLine converted(String kind, Converted line) {
        return new ExposureLine(kind, line.amount(), line.original(), line.rate(), line.ratedOn());
    }
}
