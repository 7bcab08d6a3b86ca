package o2c.invoice.receivables.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a receivable stands. */
public enum InvoiceStatus {
    /** Something is owed and the last day for payment has not been declared passed. */
    OPEN,
    /** Something is owed and a business day opened after the last day for payment. */
    OVERDUE,
    /** Paid in full. */
    SETTLED,
    /** Taken back by credit notes. */
    CREDITED,
    /** Given up in the books. */
    WRITTEN_OFF;

    /** The name that callers see and the database keeps, such as {@code written-off}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where an invoice in instalments stands as a whole: overdue when one is, done when all are. */
    public static InvoiceStatus ofWhole(Collection<InvoiceStatus> instalments) {
        return Stream.of(OVERDUE, OPEN, SETTLED, WRITTEN_OFF, CREDITED)
                .filter(instalments::contains)
                .findFirst()
                .orElseThrow();
    }

    /** The status of that label. */
    public static InvoiceStatus ofLabel(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no invoice status is called " + label));
    }
}
