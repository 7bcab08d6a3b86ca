package o2c.runtime.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads plain decimal text: at most 15 digits before and 9 after the point, no exponent, no plus, no spaces. */
public final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    private Decimals() {}

    /** The number, or empty when the text is not a plain decimal. */
    public static Optional<BigDecimal> plain(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
