package o2c.credit.customers.domain;

import java.math.BigInteger;
import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/** Legal entity identifiers (ISO 17442): 18 letters and digits and two check digits, mod 97 as in ISO 7064. */
public final class Lei {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{18}\\d{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Lei() {}

    /**
     * The identifier itself when its check digits are right.
     *
     * @throws RuleBroken {@code lei-malformed}
     */
    public static String checked(String lei) {
        if (lei != null && !(FORM.matcher(lei).matches() && remainder(lei) == 1)) {
            throw RuleBroken.invalid("lei-malformed", "an LEI has 20 characters whose check digits are right")
                    .at("/lei");
        }
        return lei;
    }

    /** Letters count as 10 to 35. */
    private static int remainder(String lei) {
        StringBuilder digits = new StringBuilder();
        lei.chars().forEach(character -> digits.append(Character.getNumericValue(character)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }
}
