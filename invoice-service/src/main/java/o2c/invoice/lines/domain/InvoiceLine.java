package o2c.invoice.lines.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * One line of an invoice.
 *
 * @param quantity how much; negative takes back
 * @param unitPrice price without VAT per base quantity, at most 6 decimals, not negative (BR-27)
 * @param baseQuantity the quantity the price is for, 1 when not told
 * @param vatRate in percent, null only where the category bears no tax
 */
public record InvoiceLine(
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal baseQuantity,
        VatCategory vatCategory,
        BigDecimal vatRate) {

    private static final int MOST_DECIMALS = 6;

    public InvoiceLine {
        baseQuantity = baseQuantity == null ? BigDecimal.ONE : baseQuantity;
        vatRate = vatCategory.rate(vatRate);
        if (quantity.signum() == 0) {
            throw RuleBroken.refused("quantity-zero", "a line has a quantity").at("/quantity");
        }
        if (unitPrice.signum() < 0) {
            throw RuleBroken.refused("unit-price-negative", "a price is not negative; take back by quantity")
                    .at("/unitPrice");
        }
        if (baseQuantity.signum() <= 0) {
            throw RuleBroken.refused("base-quantity-not-positive", "a price is for a positive quantity")
                    .at("/baseQuantity");
        }
        fewDecimals(quantity, "/quantity");
        fewDecimals(unitPrice, "/unitPrice");
        fewDecimals(baseQuantity, "/baseQuantity");
    }

    /** Quantity times price per base quantity, rounded half up once (EN 16931 BT-131). */
    public Money net(Currency currency) {
        BigDecimal exact = quantity.multiply(unitPrice).divide(baseQuantity, MathContext.DECIMAL128);
        return Money.rounded(exact, currency);
    }

    private static void fewDecimals(BigDecimal number, String pointer) {
        if (number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw RuleBroken.invalid("too-many-decimals", "at most " + MOST_DECIMALS + " decimals")
                    .at(pointer);
        }
    }
}
