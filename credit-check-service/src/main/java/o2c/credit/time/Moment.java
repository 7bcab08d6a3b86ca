package o2c.credit.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which state a read asks for.
 *
 * @param day state at the close of this business day
 * @param knownAt as it was known at this instant, or null
 * @param knownOn as it was known at the close of this business day, or null
 */
public record Moment(LocalDate day, Instant knownAt, LocalDate knownOn) {

    /** Narrows to what was known; its two parameters are {@link #knownAt} and {@link #knownOn}. */
    public static final String WAS_KNOWN = " and recorded_at <= coalesce(cast(? as timestamptz), 'infinity')"
            + " and recorded_on <= coalesce(cast(? as date), 'infinity')";

    /** A day as everybody knows it now. */
    public static Moment asKnownNow(LocalDate day) {
        return new Moment(day, null, null);
    }

    /** Whether everything that is known now counts. */
    public boolean isAsKnownNow() {
        return knownAt == null && knownOn == null;
    }
}
