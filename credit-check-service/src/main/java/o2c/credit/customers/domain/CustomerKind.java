package o2c.credit.customers.domain;

import java.util.Arrays;
import o2c.kernel.RuleBroken;

/** What sort of party a customer is; consumer law, interest and collection costs follow from it. */
public enum CustomerKind {
    BUSINESS("business"),
    CONSUMER("consumer"),
    PUBLIC_BODY("public-body");

    private final String code;

    CustomerKind(String code) {
        this.code = code;
    }

    /** The word in requests, answers and events. */
    public String code() {
        return code;
    }

    /**
     * The kind behind a word.
     *
     * @throws RuleBroken {@code kind-unknown}
     */
    public static CustomerKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("kind-unknown", "a kind is business, consumer or public-body")
                        .at("/kind"));
    }
}
