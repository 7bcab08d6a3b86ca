package o2c.invoice.receivables.domain;

import java.util.UUID;

/**
 * Which part of an invoice a receivable is.
 *
 * @param number 1 for the first
 * @param of how many there are
 * @param firstId the receivable of the first part, null on the first itself
 */
public record Part(int number, int of, UUID firstId) {

    /** An invoice that is paid at once. */
    public static final Part WHOLE = new Part(1, 1, null);
}
