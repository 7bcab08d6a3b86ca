package o2c.policy.calculators;

import java.math.BigDecimal;
import java.util.Currency;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/** Plain decimals in the currency of the whole body: {@code amount-negative}, {@code wrong-minor-digits}. */
record PlainMoney(Currency currency) {

    /** Null stays null. */
    Money of(BigDecimal amount, String pointer) {
        if (amount == null) {
            return null;
        }
        try {
            Money money = new Money(amount, currency);
            if (money.isNegative()) {
                throw RuleBroken.invalid("amount-negative", "amounts are not negative");
            }
            return money;
        } catch (RuleBroken refused) {
            throw refused.at(pointer);
        }
    }

    Money orZero(BigDecimal amount, String pointer) {
        return amount == null ? Money.zero(currency) : of(amount, pointer);
    }

    static BigDecimal plain(Money money) {
        return money == null ? null : money.amount();
    }
}
