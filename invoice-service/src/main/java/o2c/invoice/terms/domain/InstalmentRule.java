package o2c.invoice.terms.domain;

import java.math.BigDecimal;
import o2c.kernel.RuleBroken;

/**
 * One of several parts in which an invoice is paid.
 *
 * @param weight its share in proportion to the weights of the others, such as a percentage
 */
public record InstalmentRule(BigDecimal weight, DueRule due) {

    public InstalmentRule {
        if (weight.signum() <= 0) {
            throw RuleBroken.refused("weight-not-positive", "each instalment has a positive share")
                    .at("/weight");
        }
    }
}
