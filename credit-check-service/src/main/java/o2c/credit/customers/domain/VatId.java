package o2c.credit.customers.domain;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/**
 * VAT identification numbers: a country prefix and the form that country gives out, written without spaces. Only the
 * form is checked; whether the number is in use is for VIES to say.
 */
public final class VatId {

    private static final Pattern ELSEWHERE = Pattern.compile("[A-Z]{2}[A-Z0-9./+*-]{2,18}");

    /** Forms of the member states, Northern Ireland, Great Britain, Norway and Switzerland, by prefix. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            entry("AT", "U\\d{8}"),
            entry("BE", "[01]\\d{9}"),
            entry("BG", "\\d{9,10}"),
            entry("CH", "E\\d{9}(MWST|TVA|IVA)?"),
            entry("CY", "\\d{8}[A-Z]"),
            entry("CZ", "\\d{8,10}"),
            entry("DE", "\\d{9}"),
            entry("DK", "\\d{8}"),
            entry("EE", "\\d{9}"),
            entry("EL", "\\d{9}"),
            entry("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            entry("FI", "\\d{8}"),
            entry("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            entry("GB", "(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})"),
            entry("HR", "\\d{11}"),
            entry("HU", "\\d{8}"),
            entry("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            entry("IT", "\\d{11}"),
            entry("LT", "(\\d{9}|\\d{12})"),
            entry("LU", "\\d{8}"),
            entry("LV", "\\d{11}"),
            entry("MT", "\\d{8}"),
            entry("NL", "\\d{9}B\\d{2}"),
            entry("NO", "\\d{9}(MVA)?"),
            entry("PL", "\\d{10}"),
            entry("PT", "\\d{9}"),
            entry("RO", "\\d{2,10}"),
            entry("SE", "\\d{12}"),
            entry("SI", "\\d{8}"),
            entry("SK", "\\d{10}"),
            entry("XI", "(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})"));

    private VatId() {}

    /**
     * The number itself when it has its country's form.
     *
     * @throws RuleBroken {@code vat-id-malformed}
     */
    public static String checked(String number) {
        if (number != null && !hasForm(number)) {
            throw RuleBroken.invalid(
                            "vat-id-malformed", "a VAT id has its country's prefix and form, such as NL123456789B01")
                    .at("/vatId");
        }
        return number;
    }

    private static boolean hasForm(String number) {
        if (!ELSEWHERE.matcher(number).matches()) {
            return false;
        }
        String form = FORMS.get(number.substring(0, 2));
        return form == null || number.substring(2).matches(form);
    }
}
