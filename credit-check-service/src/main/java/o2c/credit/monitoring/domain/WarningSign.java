package o2c.credit.monitoring.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Signs that a customer may not pay, each with what to do about it before it costs money. */
public enum WarningSign {
    /** Money comes at least ten days later than in the months before. */
    DAYS_LATE_RISING("days-late-trend", "10", true, "prepayment"),
    /** An invoice is open a month after its agreed day. */
    LONG_OVERDUE("oldest-overdue-days", "30", true, "hold"),
    /** The insurer no longer covers deliveries. */
    COVER_STOPPED("cover-stopped", "1", true, "hold"),
    /** Less than half of what is owed is insured. */
    COVER_CUT("insured-share", "50", false, "limit-cut"),
    /** Less than half of the promises to pay are kept. */
    PROMISES_BROKEN("promise-rate", "50", false, "prepayment"),
    /** The accounts point to distress. */
    ACCOUNTS_IN_DISTRESS("altman-z-double-prime", "1.10", false, "limit-cut");

    private final String fact;
    private final BigDecimal threshold;
    private final boolean fromBelow;
    private final String proposal;

    WarningSign(String fact, String threshold, boolean fromBelow, String proposal) {
        this.fact = fact;
        this.threshold = new BigDecimal(threshold);
        this.fromBelow = fromBelow;
        this.proposal = proposal;
    }

    /** The word in answers and events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public BigDecimal threshold() {
        return threshold;
    }

    /** What is proposed: hold, prepayment or limit-cut. */
    public String proposal() {
        return proposal;
    }

    /** The sign behind a word of the books. */
    public static WarningSign of(String code) {
        return Arrays.stream(values())
                .filter(sign -> sign.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** The figure that shows it, when it shows; what is not known shows nothing. */
    public Optional<BigDecimal> seenIn(Function<String, BigDecimal> facts) {
        return Optional.ofNullable(facts.apply(fact))
                .filter(value -> fromBelow ? value.compareTo(threshold) >= 0 : value.compareTo(threshold) < 0);
    }
}
