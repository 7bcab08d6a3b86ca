package o2c.invoice.receivables;

import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.RuleBroken;

/** What became of one invoice that was told. */
public sealed interface Outcome {

    /** It is in the books now. */
    record Created(Invoice invoice) implements Outcome {}

    /** It was in the books before, with the same content; nothing happened. */
    record Unchanged(Invoice invoice) implements Outcome {}

    /** It did not enter the books. */
    record Refused(RuleBroken reason) implements Outcome {}
}
