package o2c.runtime.books;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A moment of the books: what had happened by the close of a day, of it what had been recorded by then. Entries are
 * chosen with {@code business_day <= asOf and recorded_at <= knownAt and recorded_on <= knownOn}.
 *
 * @param asOf close of this business day
 * @param knownAt only what was recorded up to this instant; far ahead when the caller set no such bound
 * @param knownOn only what was recorded up to the close of this business date; far ahead when there is no such bound
 * @param latest whether nothing recorded so far is left out, so that the kept figures may be read
 */
public record Moment(LocalDate asOf, Instant knownAt, LocalDate knownOn, boolean latest) {

    static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
    static final LocalDate EVER_ON = LocalDate.of(9999, 12, 31);

    /** The close of a day, of it all that is known now. */
    public static Moment asKnownNow(LocalDate asOf) {
        return new Moment(asOf, EVER, EVER_ON, false);
    }
}
