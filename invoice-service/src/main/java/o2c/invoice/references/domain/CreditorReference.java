package o2c.invoice.references.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/** The structured creditor reference of ISO 11649: {@code RF}, two check digits, up to 21 letters and digits. */
final class CreditorReference {

    private static final Pattern BODY = Pattern.compile("[0-9A-Z]{1,21}");
    private static final Pattern FORM = Pattern.compile("RF[0-9]{2}[0-9A-Z]{1,21}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int CHECKED = 98;
    private static final int PREFIX = 4;

    private CreditorReference() {}

    /** The reference for that text, of which only letters and digits count. */
    static String of(String text) {
        String body = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (!BODY.matcher(body).matches()) {
            throw RuleBroken.refused("reference-base-unusable", "1 to 21 letters and digits are needed");
        }
        int check = CHECKED - remainder(body + "RF00");
        return "RF" + String.format(Locale.ROOT, "%02d", check) + body;
    }

    static boolean isValid(String reference) {
        String plain = reference.replace(" ", "");
        return FORM.matcher(plain).matches() && remainder(plain.substring(PREFIX) + plain.substring(0, PREFIX)) == 1;
    }

    /** Letters stand for 10 to 35. */
    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
