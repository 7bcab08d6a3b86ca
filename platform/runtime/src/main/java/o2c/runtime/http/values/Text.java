package o2c.runtime.http.values;

/** Which text can be kept exactly as it was sent. */
public final class Text {

    /** Why {@link #isStorable} says no, for a reader. */
    public static final String UNSTORABLE = "the text holds a NUL or an unpaired surrogate";

    private Text() {}

    /** Whether the text has neither NUL nor unpaired surrogates. */
    public static boolean isStorable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || ++i == length || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
