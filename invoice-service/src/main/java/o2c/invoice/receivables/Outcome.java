package o2c.invoice.receivables;

import java.util.List;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.IssueFacts;
import o2c.kernel.RuleBroken;

/** What became of one invoice that was told. */
public sealed interface Outcome {

    /**
     * It is in the books now.
     *
     * @param claims its instalments; one when it is paid at once
     * @param facts rate and terms under which it was issued
     */
    record Created(List<Invoice> claims, IssueFacts facts) implements Outcome {

        public Created {
            claims = List.copyOf(claims);
        }

        /** The one with its number. */
        public Invoice invoice() {
            return claims.get(0);
        }
    }

    /** It was in the books before, with the same content; nothing happened. */
    record Unchanged(Invoice invoice) implements Outcome {}

    /** It did not enter the books. */
    record Refused(RuleBroken reason) implements Outcome {}
}
