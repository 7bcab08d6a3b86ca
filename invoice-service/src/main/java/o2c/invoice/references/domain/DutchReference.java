package o2c.invoice.references.domain;

import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/**
 * The Dutch betalingskenmerk: 7 digits without check, 9 to 14 with check and length digit, or 16 with a check digit
 * before 15. Lengths 8 and 15 do not exist.
 */
final class DutchReference {

    private static final Pattern FORM = Pattern.compile("[0-9]{7}|[0-9]{9,14}|[0-9]{16}");
    private static final Pattern BASE = Pattern.compile("[0-9]{1,12}|[0-9]{15}");
    /** From the right. */
    private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};

    private static final int WITHOUT_CHECK = 7;
    private static final int LONGEST_VARIABLE = 12;
    private static final int ELEVEN = 11;
    private static final int TEN = 10;

    private DutchReference() {}

    /** The reference for that text, of which only digits count; up to six are filled up with zeros in front. */
    static String of(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (!BASE.matcher(digits).matches()) {
            throw RuleBroken.refused("reference-base-unusable", "1 to 12 or exactly 15 digits are needed");
        }
        String base = "0".repeat(Math.max(0, WITHOUT_CHECK - digits.length())) + digits;
        String checked = base.length() > LONGEST_VARIABLE ? base : base.length() % TEN + base;
        return check(checked) + checked;
    }

    static boolean isValid(String reference) {
        String plain = reference.replaceAll("[ .]", "");
        if (!FORM.matcher(plain).matches()) {
            return false;
        }
        if (plain.length() == WITHOUT_CHECK) {
            return true;
        }
        boolean lengthFits =
                plain.length() > LONGEST_VARIABLE + 2 || plain.charAt(1) - '0' == (plain.length() - 2) % TEN;
        return lengthFits && plain.charAt(0) - '0' == check(plain.substring(1));
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * WEIGHTS[i % WEIGHTS.length];
        }
        int check = ELEVEN - sum % ELEVEN;
        return check >= TEN ? ELEVEN - check : check;
    }
}
