package o2c.policy.ledger.domain;

import java.time.LocalDate;

/**
 * From when a credit note lowers an invoice, as invoice-service books it: never before the invoice; where the invoice
 * was wrong from the start, from its agreed due day on, so that it was not late for that part.
 *
 * @param bookedOn the day of the credit note, or of the later allocation of what was open of it
 * @param fromTheStart whether the invoices were wrong from the first day
 */
public record CreditDay(LocalDate bookedOn, boolean fromTheStart) {

    /** A credit note that counts before its own day says that the invoices were wrong from the start. */
    public static CreditDay issued(LocalDate issuedOn, LocalDate countsOn) {
        return new CreditDay(issuedOn, countsOn.isBefore(issuedOn));
    }

    /**
     * The business day for one invoice.
     *
     * @param agreedDueOn the day that was agreed with the customer, deferrals included
     */
    public LocalDate of(LocalDate issuedOn, LocalDate agreedDueOn) {
        LocalDate day = fromTheStart && agreedDueOn.isBefore(bookedOn) ? agreedDueOn : bookedOn;
        return day.isBefore(issuedOn) ? issuedOn : day;
    }
}
