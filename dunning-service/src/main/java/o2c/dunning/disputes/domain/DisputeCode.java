package o2c.dunning.disputes.domain;

import java.util.Arrays;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** What the customer contests. */
public enum DisputeCode {
    PRICE("sales", 5),
    QUANTITY("logistics", 5),
    QUALITY("sales", 10),
    DELIVERY("logistics", 3),
    DUPLICATE("billing", 3),
    WRONG_ADDRESS("billing", 3),
    TERMS("sales", 5),
    ALREADY_PAID("cash-desk", 2),
    CREDIT_NOTE_MISSING("billing", 3),
    TAX("billing", 5),
    SERVICE_NOT_ACCEPTED("sales", 10),
    OTHER("collections", 10);

    private final String ownerRole;
    private final int businessDays;

    DisputeCode(String ownerRole, int businessDays) {
        this.ownerRole = ownerRole;
        this.businessDays = businessDays;
    }

    /** Whose business such a dispute is until somebody takes it. */
    public String ownerRole() {
        return ownerRole;
    }

    /** Within how many business days it is to be decided. */
    public int businessDays() {
        return businessDays;
    }

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
