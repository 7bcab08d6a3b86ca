package o2c.invoice.lines.domain;

import java.math.BigDecimal;
import java.util.Locale;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * An allowance or charge on the whole document (EN 16931 BG-20, BG-21).
 *
 * @param amount without VAT, positive in either direction
 * @param vatRate in percent, null only where the category bears no tax
 */
public record Adjustment(Kind kind, String reason, Money amount, VatCategory vatCategory, BigDecimal vatRate) {

    /** Which way it goes. */
    public enum Kind {
        /** Lowers what is owed. */
        ALLOWANCE,
        /** Raises what is owed. */
        CHARGE;

        /** The name the database keeps. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that name. */
        public static Kind ofLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Adjustment {
        vatRate = vatCategory.rate(vatRate);
        if (!amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "allowances and charges are positive amounts")
                    .at("/amount");
        }
    }

    /** What it adds to the sum without VAT. */
    public Money effect() {
        return kind == Kind.CHARGE ? amount : amount.negated();
    }
}
