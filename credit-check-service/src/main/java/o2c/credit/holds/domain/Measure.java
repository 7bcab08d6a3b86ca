package o2c.credit.holds.domain;

import java.util.Locale;

/** What a hold rule can look at. A measure that cannot be taken (a share of no limit) never makes a rule fire. */
public enum Measure {
    /** Days from the agreed day of the oldest overdue invoice to the business date. */
    OLDEST_OVERDUE_DAYS(false),
    /** What is open on overdue invoices, in the currency asked about. */
    OVERDUE_AMOUNT(true),
    /** How many invoices are overdue. */
    OVERDUE_COUNT(false),
    /** What is open on overdue invoices in percent of all open invoices. */
    OVERDUE_SHARE(false),
    /** Promises to pay broken in the last 365 days. */
    BROKEN_PROMISES(false),
    /** Days since the insurer's cover stopped; 0 on the first day without. */
    COVER_STOPPED_DAYS(false),
    /** What the exposure with the amount comes to beyond the insured limit. */
    UNINSURED_AMOUNT(true),
    /** The exposure with the amount in percent of the limit. */
    UTILISATION(false),
    /** The amount asked about, with VAT. */
    AMOUNT(true),
    /** Days from invoice to due day that were asked for. */
    PAYMENT_TERM_DAYS(false),
    /** The customer's score. */
    SCORE(false);

    private final boolean money;

    Measure(boolean money) {
        this.money = money;
    }

    /** Whether it is an amount, so that a threshold needs a currency. */
    public boolean isMoney() {
        return money;
    }

    /** The word in requests, answers and reasons. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
