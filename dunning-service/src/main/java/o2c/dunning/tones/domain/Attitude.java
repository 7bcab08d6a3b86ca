package o2c.dunning.tones.domain;

import java.util.Locale;

/** How a customer kept his word within the last year, from the best to the worst. */
public enum Attitude {
    /** Promises were kept, none was broken. */
    RELIABLE,
    /** Nothing was promised. */
    UNKNOWN,
    /** A promise was broken. */
    UNRELIABLE,
    /** Two promises or more were broken. */
    NOTORIOUS;

    public static Attitude of(int kept, int broken) {
        if (broken >= 2) {
            return NOTORIOUS;
        }
        if (broken == 1) {
            return UNRELIABLE;
        }
        return kept > 0 ? RELIABLE : UNKNOWN;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
