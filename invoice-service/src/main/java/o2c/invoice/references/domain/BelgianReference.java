package o2c.invoice.references.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/** The Belgian structured communication (OGM, VCS): ten digits and two check digits, {@code +++ddd/dddd/ddddd+++}. */
final class BelgianReference {

    private static final Pattern FORM = Pattern.compile("(\\+{3}|\\*{3})[0-9]{3}/[0-9]{4}/[0-9]{5}(\\+{3}|\\*{3})");
    private static final Pattern BASE = Pattern.compile("[0-9]{1,10}");
    private static final int BASE_DIGITS = 10;
    private static final long MODULUS = 97;

    private BelgianReference() {}

    /** The reference for that text, of which only digits count. */
    static String of(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (!BASE.matcher(digits).matches()) {
            throw RuleBroken.refused("reference-base-unusable", "1 to 10 digits are needed");
        }
        long base = Long.parseLong(digits);
        String all = String.format(Locale.ROOT, "%010d%02d", base, check(base));
        return "+++" + all.substring(0, 3) + "/" + all.substring(3, 7) + "/" + all.substring(7) + "+++";
    }

    static boolean isValid(String reference) {
        if (!FORM.matcher(reference).matches()) {
            return false;
        }
        String digits = reference.replaceAll("[^0-9]", "");
        return check(Long.parseLong(digits.substring(0, BASE_DIGITS))) == Long.parseLong(digits.substring(BASE_DIGITS));
    }

    private static long check(long base) {
        return base % MODULUS == 0 ? MODULUS : base % MODULUS;
    }
}
