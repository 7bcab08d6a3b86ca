package o2c.dunning.disputes.domain;

import java.util.Arrays;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/** How a dispute ended. */
public enum Outcome {
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    /** The customer paid: no person decided. */
    CLOSED_BY_PAYMENT;

    /** An outcome that a person may decide on; refuses others with {@code dispute-outcome-unknown}. */
    public static Outcome decided(String code) {
        return Arrays.stream(values())
                .filter(outcome ->
                        outcome != CLOSED_BY_PAYMENT && outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid(
                                "dispute-outcome-unknown", "a dispute is accepted, rejected or withdrawn")
                        .at("/outcome"));
    }

    public static Outcome ofCode(String code) {
        return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
