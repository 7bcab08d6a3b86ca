package o2c.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** The suite's own ids (UUID version 7, RFC 9562: ordered by time) and the rule for ids that callers choose. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CALLER_ID = Pattern.compile("[\\x21-\\x7e&&[^/\\\\?#%;|]]{1,64}");

    private Ids() {}

    /** A fresh UUID version 7. */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | 0x7000L | random >>> 52;
        return new UUID(high, RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /**
     * An id that a caller chose: 1 to 64 printable ASCII characters without {@code / \ ? # % ; |} and spaces, not "."
     * or "..".
     *
     * @throws RuleBroken {@code id-malformed}
     */
    public static String callerChosen(String id) {
        if (id == null || !CALLER_ID.matcher(id).matches() || id.equals(".") || id.equals("..")) {
            throw RuleBroken.invalid(
                    "id-malformed", "an id has 1 to 64 printable ASCII characters without / \\ ? # % ; | and spaces");
        }
        return id;
    }
}
