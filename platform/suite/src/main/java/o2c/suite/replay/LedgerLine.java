package o2c.suite.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import o2c.kernel.Money;

/**
 * One invoice of a ledger.
 *
 * @param number the line of the file it begins on; the header is line 1
 * @param settledOn the day it was paid in full, or null while it is open
 */
record LedgerLine(
        int number,
        String customerId,
        String country,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        boolean disputed,
        LocalDate settledOn) {

    /** The day on which the payment is booked: never before the invoice itself. */
    LocalDate paidOn() {
        return settledOn != null && settledOn.isBefore(issuedOn) ? issuedOn : settledOn;
    }

    /** A flagged invoice is disputed the day after its issue. */
    LocalDate disputedOn() {
        return issuedOn.plusDays(1);
    }

    /** Whether it is still open when it would be disputed. */
    boolean isDisputedInTime() {
        return disputed && (settledOn == null || settledOn.isAfter(disputedOn()));
    }

    int termDays() {
        return Math.toIntExact(ChronoUnit.DAYS.between(issuedOn, dueOn));
    }
}
