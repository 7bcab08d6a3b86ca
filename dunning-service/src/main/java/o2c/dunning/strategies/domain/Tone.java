package o2c.dunning.strategies.domain;

import java.util.Arrays;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** How a message sounds, from the warmest to the strictest. */
public enum Tone {
    WARM,
    FRIENDLY,
    NEUTRAL,
    FIRM,
    FORMAL;

    /** The tone of that name, such as {@code friendly}; refuses others with {@code tone-unknown}. */
    public static Tone ofCode(String code) {
        return Arrays.stream(values())
                .filter(tone -> tone.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid(
                        "tone-unknown",
                        "the tones are "
                                + Arrays.stream(values()).map(Tone::code).toList()));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
