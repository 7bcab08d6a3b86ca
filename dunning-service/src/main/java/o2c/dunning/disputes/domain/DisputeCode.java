package o2c.dunning.disputes.domain;

import java.util.Arrays;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** What the customer contests. */
public enum DisputeCode {
    PRICE,
    QUANTITY,
    QUALITY,
    DELIVERY,
    DUPLICATE,
    WRONG_ADDRESS,
    TERMS,
    ALREADY_PAID,
    CREDIT_NOTE_MISSING,
    TAX,
    SERVICE_NOT_ACCEPTED,
    OTHER;

    /** The code of that name, such as {@code wrong-address}; refuses others with {@code dispute-code-unknown}. */
    public static DisputeCode ofCode(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid(
                                "dispute-code-unknown",
                                "the codes are "
                                        + Arrays.stream(values())
                                                .map(DisputeCode::code)
                                                .toList())
                        .at("/code"));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
