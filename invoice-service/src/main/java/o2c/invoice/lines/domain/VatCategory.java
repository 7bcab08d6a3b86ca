package o2c.invoice.lines.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import o2c.kernel.RuleBroken;

/** VAT categories of EN 16931 (code list UNCL 5305). */
public enum VatCategory {
    /** Standard or reduced rate. */
    S(true),
    /** Zero rated. */
    Z(false),
    /** Exempt. */
    E(false),
    /** Reverse charge. */
    AE(false),
    /** Supply within the Union. */
    K(false),
    /** Export. */
    G(false),
    /** Outside the scope of VAT; stands alone on an invoice. */
    O(false),
    /** Canary Islands. */
    L(true),
    /** Ceuta and Melilla. */
    M(true),
    /** Split payment in Italy. */
    B(true);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final boolean taxed;

    VatCategory(boolean taxed) {
        this.taxed = taxed;
    }

    /**
     * The category of that code.
     *
     * @throws RuleBroken {@code vat-category-unknown}
     */
    public static VatCategory of(String code) {
        return Arrays.stream(values())
                .filter(category -> category.name().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid(
                                "vat-category-unknown", "a VAT category is one of " + Arrays.toString(values()))
                        .at("/vatCategory"));
    }

    /**
     * The rate in percent as it counts: zero where the category bears no tax.
     *
     * @param rate as written, null only where the category bears no tax
     * @throws RuleBroken {@code vat-rate-missing}, {@code vat-rate-wrong}
     */
    public BigDecimal rate(BigDecimal rate) {
        if (rate == null && taxed) {
            throw RuleBroken.refused("vat-rate-missing", "category " + this + " needs a VAT rate")
                    .at("/vatRate");
        }
        BigDecimal counted = rate == null ? BigDecimal.ZERO : rate;
        boolean inRange = counted.signum() >= 0 && counted.compareTo(HUNDRED) <= 0;
        if (!inRange || !taxed && counted.signum() != 0 || this == S && counted.signum() == 0) {
            throw RuleBroken.refused("vat-rate-wrong", "category " + this + " cannot have the rate " + counted)
                    .at("/vatRate");
        }
        return counted;
    }
}
