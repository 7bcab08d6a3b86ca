package o2c.credit.checks.domain;

import java.util.Arrays;

/** The answer to a credit check, from best to worst. */
public enum Verdict {
    APPROVED("approved"),
    /** Approved once the customer has paid the prepayment. */
    APPROVED_WITH_PREPAYMENT("approved-with-prepayment"),
    /** A person must decide. */
    REFERRED("referred"),
    DECLINED("declined");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    /** The word in answers, events and the books. */
    public String code() {
        return code;
    }

    /** Whether the customer may buy, be it against prepayment. */
    public boolean approves() {
        return this == APPROVED || this == APPROVED_WITH_PREPAYMENT;
    }

    /** The verdict behind a word of the books. */
    public static Verdict of(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
