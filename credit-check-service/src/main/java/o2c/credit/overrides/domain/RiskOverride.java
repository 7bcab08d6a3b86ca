package o2c.credit.overrides.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.kernel.RuleBroken;

/**
 * An exception that a person answers for: what counts instead of what the rules compute. It ends by itself.
 *
 * @param value the class or segment that counts
 * @param person who decided
 * @param until last business date on which it counts
 * @param endedOn the day on which a person ended it earlier, or null
 */
public record RiskOverride(
        UUID overrideId,
        String customerId,
        Kind kind,
        String value,
        String reason,
        String person,
        LocalDate from,
        LocalDate until,
        LocalDate endedOn) {

    private static final int LONGEST_DAYS = 366;

    /** What is set aside. */
    public enum Kind {
        RISK_CLASS,
        SEGMENT;

        /** The word in the books. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind behind a word of the books. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * The same, when its end is near enough.
     *
     * @throws RuleBroken {@code override-already-over}, {@code override-too-long}
     */
    public RiskOverride endingInTime(LocalDate today) {
        if (until.isBefore(today)) {
            throw RuleBroken.refused("override-already-over", "the business date is " + today)
                    .at("/until");
        }
        if (until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw RuleBroken.refused("override-too-long", "an exception lasts a year at most")
                    .at("/until");
        }
        return this;
    }

    /** Whether it counts on a day. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until) && (endedOn == null || day.isBefore(endedOn));
    }
}
