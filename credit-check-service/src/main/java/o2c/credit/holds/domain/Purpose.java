package o2c.credit.holds.domain;

import java.util.Arrays;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** What a credit check is asked for. */
public enum Purpose {
    /** A quotation: nothing is reserved. */
    QUOTE,
    /** An order: an approved check reserves its amount. */
    ORDER,
    /** Goods are about to leave: an approved check counts them as delivered and not invoiced. */
    SHIPMENT,
    /** An invoice is about to be issued for what was delivered: advice only, nothing is reserved. */
    INVOICE;

    /** The word in requests and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the check must name its order. */
    public boolean needsOrder() {
        return this == ORDER || this == SHIPMENT;
    }

    /**
     * The purpose behind a word.
     *
     * @throws RuleBroken {@code purpose-unknown}
     */
    public static Purpose of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> RuleBroken.invalid("purpose-unknown", "a purpose is quote, order, shipment or invoice")
                                .at("/purpose"));
    }
}
