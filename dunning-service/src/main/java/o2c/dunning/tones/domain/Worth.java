package o2c.dunning.tones.domain;

import java.math.BigDecimal;
import java.util.Locale;
import o2c.kernel.Money;

/** How much is at stake: 10,000 units of the currency and more is high. */
public enum Worth {
    HIGH,
    LOW;

    private static final BigDecimal HIGH_FROM = BigDecimal.valueOf(10_000);

    public static Worth of(Money owed) {
        return owed.amount().compareTo(HIGH_FROM) >= 0 ? HIGH : LOW;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
