package o2c.invoice.payments.domain;

import java.math.BigDecimal;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * How a tenant sets money against debts.
 *
 * @param chargesOrder which part of a debt is paid first
 * @param underpayment up to where a missing rest is written off as a small difference
 * @param overpayment up to where a rest of the payment is kept as a small difference
 */
public record CashRules(ChargesOrder chargesOrder, Tolerance underpayment, Tolerance overpayment) {

    /** What holds until the tenant decides otherwise: principal first until the formal notice, to the cent. */
    public static final CashRules USUAL = new CashRules(ChargesOrder.LAW_FROM_NOTICE, Tolerance.NONE, Tolerance.NONE);

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    /**
     * Checks what a tenant decided.
     *
     * @throws RuleBroken {@code tolerance-out-of-range}
     */
    public CashRules checked() {
        check(underpayment, "/underpayment");
        check(overpayment, "/overpayment");
        return this;
    }

    private static void check(Tolerance tolerance, String pointer) {
        if (tolerance.amount().signum() < 0 || tolerance.amount().compareTo(MOST) > 0) {
            throw RuleBroken.refused("tolerance-out-of-range", "a tolerance lies from 0 to " + MOST)
                    .at(pointer + "/amount");
        }
        Percentage percentage = tolerance.percentage();
        if (percentage != null && !percentage.isShare()) {
            throw RuleBroken.refused("tolerance-out-of-range", "a percentage lies from 0 to 100")
                    .at(pointer + "/percentage");
        }
    }
}
