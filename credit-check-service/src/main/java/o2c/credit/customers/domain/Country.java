package o2c.credit.customers.domain;

import java.util.Locale;
import java.util.Set;
import o2c.kernel.RuleBroken;

/** Countries by ISO 3166-1 alpha-2 code, upper case. */
public final class Country {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Country() {}

    /**
     * The code itself when it is one.
     *
     * @throws RuleBroken {@code country-unknown}
     */
    public static String checked(String code) {
        if (!CODES.contains(code)) {
            throw RuleBroken.invalid("country-unknown", "a country is an ISO 3166-1 alpha-2 code such as NL")
                    .at("/country");
        }
        return code;
    }
}
