package o2c.credit.exposure.domain;

import java.time.LocalDate;

/**
 * A customer's overdue invoices.
 *
 * @param invoices how many are overdue and not paid
 * @param oldestDueOn the earliest agreed day among them, or null when there are none
 */
public record Overdue(int invoices, LocalDate oldestDueOn) {

    /** Everything is paid in time so far. */
    public static final Overdue NONE = new Overdue(0, null);
}
