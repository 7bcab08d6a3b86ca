package o2c.runtime.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace a request belongs to (W3C Trace Context).
 *
 * @param traceId 32 hexadecimal digits, kept from the caller or new
 * @param spanId 16 hexadecimal digits, this service's own
 * @param flags two hexadecimal digits, kept from the caller
 */
public record Trace(String traceId, String spanId, String flags) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Goes on with the caller's trace, or starts one when the header is missing or malformed. */
    public static Trace continuing(String traceparent) {
        Matcher given = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return given.matches() ? new Trace(given.group(1), hex(8), given.group(2)) : fresh();
    }

    public static Trace fresh() {
        return new Trace(hex(16), hex(8), "01");
    }

    /** The header for what this request causes. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
