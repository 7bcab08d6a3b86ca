package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import o2c.kernel.RuleBroken;

/**
 * When an invoice is to be paid.
 *
 * @param netDays calendar days after the day of issue
 */
public record PaymentTerms(int netDays) {

    private static final int LONGEST = 730;

    public PaymentTerms {
        if (netDays < 0 || netDays > LONGEST) {
            throw RuleBroken.refused("terms-out-of-range", "payment terms run from 0 to " + LONGEST + " days")
                    .at("/paymentTerms/netDays");
        }
    }

    /** The agreed day of payment. */
    public LocalDate dueOn(LocalDate issuedOn) {
        return issuedOn.plusDays(netDays);
    }
}
