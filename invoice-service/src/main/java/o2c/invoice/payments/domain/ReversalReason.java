package o2c.invoice.payments.domain;

import java.util.Locale;

/** Why a payment turned out not to be one. */
public enum ReversalReason {
    /** The bank sent it back. */
    RETURNED,
    /** The customer's account did not hold the money. */
    INSUFFICIENT_FUNDS,
    /** The customer or his bank refused the debit. */
    REFUSED,
    /** The customer claimed it back. */
    CHARGED_BACK,
    /** It was booked by mistake. */
    MISTAKE;

    /** The word in events and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
