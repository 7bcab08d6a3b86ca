package o2c.policy.policies.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Up to when facts must have been recorded to count.
 *
 * @param at latest recording instant
 * @param on latest business date of recording
 */
public record AsKnown(Instant at, LocalDate on) {

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final LocalDate EVER_ON = LocalDate.of(9999, 12, 31);

    /** Everything that is known today. */
    public static final AsKnown NOW = new AsKnown(EVER, EVER_ON);

    public static AsKnown at(Instant instant) {
        return new AsKnown(instant, EVER_ON);
    }

    public static AsKnown on(LocalDate day) {
        return new AsKnown(EVER, day);
    }

    public boolean isNow() {
        return equals(NOW);
    }
}
