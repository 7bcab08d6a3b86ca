package o2c.dunning.rates.domain;

import java.util.Locale;

/** Who owes: a business, a consumer, or a public body, for which the rates of businesses hold. */
public enum DebtorKind {
    BUSINESS,
    CONSUMER,
    PUBLIC_BODY;

    public static DebtorKind ofCode(String code) {
        return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    public boolean isConsumer() {
        return this == CONSUMER;
    }

    /** The kind under which rates are published. */
    public DebtorKind rateKind() {
        return isConsumer() ? CONSUMER : BUSINESS;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
