package o2c.credit.holds.domain;

import java.math.BigDecimal;
import java.util.Currency;
import o2c.kernel.Money;

/**
 * What a measure came to.
 *
 * @param currency of an amount, else null
 */
public record Figure(BigDecimal value, Currency currency) {

    public static Figure of(long number) {
        return new Figure(BigDecimal.valueOf(number), null);
    }

    public static Figure of(BigDecimal number) {
        return new Figure(number, null);
    }

    public static Figure of(Money amount) {
        return new Figure(amount.amount(), amount.currency());
    }

    /** As it stands among the inputs of a reason. */
    public String text() {
        return currency == null ? value.toPlainString() : value.toPlainString() + " " + currency.getCurrencyCode();
    }
}
