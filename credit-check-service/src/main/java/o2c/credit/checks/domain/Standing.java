package o2c.credit.checks.domain;

import java.math.BigDecimal;
import o2c.credit.holds.domain.Party;

/**
 * Who the customer is and how he stands.
 *
 * @param naturalPerson whether the customer is a human being (a consumer, a sole trader): no machine alone may decline
 * @param brokenPromises promises to pay broken in the last 365 days
 * @param score the score in force, or null
 * @param insolvency kind of the insolvency that is open, or null
 */
public record Standing(Party party, boolean naturalPerson, int brokenPromises, BigDecimal score, String insolvency) {

    /** A customer of whom nothing is known that could matter. */
    public static Standing plain(String customerId) {
        return new Standing(Party.unknown(customerId), false, 0, null, null);
    }
}
