package o2c.credit.checks.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule that fired in a credit check.
 *
 * @param code stable, kebab: within-limit, within-tolerance, limit-exceeded, no-credit-limit,
 *     limit-in-other-currency, exposure-in-other-currency, group-limit-exceeded, insolvent, overdue-receivables,
 *     already-delivered, human-review, or the id of a hold rule
 * @param text the same for people
 * @param weight what the rule alone would lead to: a verdict, or {@code information}
 * @param inputs the figures it looked at, by name
 */
public record Reason(String code, String text, String weight, Map<String, Object> inputs) {

    private static final String INFORMATION = "information";

    public Reason {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    static Reason information(String code, String text, Map<String, Object> inputs) {
        return new Reason(code, text, INFORMATION, inputs);
    }

    static Reason leadingTo(Verdict verdict, String code, String text, Map<String, Object> inputs) {
        return new Reason(code, text, verdict.code(), inputs);
    }

    /** Whether this reason keeps an amount from being approved. */
    boolean holds() {
        return verdict() != Verdict.APPROVED;
    }

    /** The verdict this reason alone would lead to. */
    Verdict verdict() {
        return weight.equals(INFORMATION) ? Verdict.APPROVED : Verdict.of(weight);
    }
}
