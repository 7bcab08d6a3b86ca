package o2c.runtime.jobs;

/**
 * A line that was refused; the others went on.
 *
 * @param code the same code that a single request would get
 * @param original the line as it was sent, cut after 4,000 characters
 */
public record Rejection(long line, String code, String detail, String original) {

    private static final int LONGEST_ORIGINAL = 4_000;
    private static final int LONGEST_DETAIL = 1_000;

    public Rejection {
        detail = storable(detail, LONGEST_DETAIL);
        original = storable(original, LONGEST_ORIGINAL);
    }

    private static String storable(String text, int longest) {
        String plain = text == null ? "" : text.replace('\u0000', '\uFFFD');
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
