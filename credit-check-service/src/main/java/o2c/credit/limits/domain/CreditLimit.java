package o2c.credit.limits.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * One version of a customer's own credit limit; never overwritten.
 *
 * @param version 1 for the customer's first
 * @param validTo last day in force, or null
 */
public record CreditLimit(int version, Money amount, LocalDate validFrom, LocalDate validTo, String reason) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
