package o2c.suite.reconcile;

import java.math.BigDecimal;

/**
 * A figure on which services do not agree.
 *
 * @param figure outstanding or unallocated-cash
 * @param policy null when that service does not tell this figure
 */
public record Difference(
        String customerId,
        String currency,
        String figure,
        BigDecimal invoice,
        BigDecimal credit,
        BigDecimal dunning,
        BigDecimal policy) {

    private static boolean same(BigDecimal one, BigDecimal other) {
        return other == null || one.compareTo(other) == 0;
    }

    boolean isNone() {
        return same(invoice, credit) && same(invoice, dunning) && same(invoice, policy);
    }
}
