package o2c.credit.causes.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Which of several facts is named as the cause of a change. It goes by what happened, never by what was heard first, so
 * that the same history names the same cause.
 */
public final class MostTelling {

    /** From the most telling on; what is not listed comes last, by name. */
    private static final List<String> ORDER = List.of(
            "InsolvencyRegistered",
            "InsolvencyEnded",
            "override",
            "PaymentOverdue",
            "OverdueWithdrawn",
            "PaymentReversed",
            "DueDateChanged",
            "CoverStopped",
            "CoverResumed",
            "DisputeOpened",
            "InvoiceSettled",
            "PaymentAllocated",
            "InvoiceWrittenOff",
            "DiscountTaken",
            "CreditNoteIssued",
            "CreditNoteAllocated",
            "agency-report",
            "financial-statement",
            "LimitDecided",
            "CoverChanged",
            "InvoiceIssued");

    private MostTelling() {}

    /** Orders names of facts, the most telling first. */
    public static Comparator<String> first() {
        return Comparator.<String>comparingInt(type -> ORDER.contains(type) ? ORDER.indexOf(type) : ORDER.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
