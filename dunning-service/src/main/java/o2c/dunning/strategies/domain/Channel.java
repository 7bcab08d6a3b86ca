package o2c.dunning.strategies.domain;

import java.util.Arrays;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** By which way a step is taken: two written ones, a phone call, or a decision inside the house. */
public enum Channel {
    EMAIL,
    LETTER,
    CALL,
    DECISION;

    /** The channel of that name, such as {@code email}; refuses others with {@code channel-unknown}. */
    public static Channel ofCode(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid(
                        "channel-unknown",
                        "the channels are "
                                + Arrays.stream(values()).map(Channel::code).toList()));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWritten() {
        return this == EMAIL || this == LETTER;
    }

    /** A decision stays in the house: the customer hears nothing of it. */
    public boolean reachesCustomer() {
        return this != DECISION;
    }
}
