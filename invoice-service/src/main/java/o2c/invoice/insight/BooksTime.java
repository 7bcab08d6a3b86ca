package o2c.invoice.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Reads the books as they stood at the close of a day, as they were known at a moment. */
@ApplicationScoped
class BooksTime {

    private static final String POINTER = "/query/knownAt";
    private static final int LENGTH_OF_A_DAY = 10;

    private final Sql sql;
    private final Tenancy tenancy;

    BooksTime(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * A moment of the books.
     *
     * @param asOf close of this business day
     * @param knownAt only what was recorded up to this instant, or null
     * @param knownOn only what was recorded up to the close of this business date, or null
     * @param latest whether nothing recorded so far is left out, so that the kept figures may be read
     */
    record Moment(String tenant, LocalDate asOf, Instant knownAt, LocalDate knownOn, boolean latest) {

        /** Which entries count. */
        Conditions entries() {
            return new Conditions("tenant = ? and business_day <= ?", tenant, asOf)
                    .when(knownAt, "recorded_at <= ?")
                    .when(knownOn, "recorded_on <= ?");
        }
    }

    /**
     * The moment a caller asks for.
     *
     * @param asOf the business date when null
     * @param knownAt an instant at least ten seconds old, or a day; null for all that is known
     * @throws RuleBroken {@code known-at-too-recent}, {@code date-malformed}, {@code instant-malformed}
     */
    Moment asked(LocalDate asOf, String knownAt) {
        LocalDate today = tenancy.today();
        LocalDate day = asOf == null ? today : asOf;
        if (knownAt == null) {
            return new Moment(tenancy.tenant(), day, null, null, !day.isBefore(today));
        }
        try {
            return knownAt.length() == LENGTH_OF_A_DAY
                    ? new Moment(tenancy.tenant(), day, null, Days.day(knownAt), false)
                    : new Moment(tenancy.tenant(), day, settled(Days.instant(knownAt)), null, false);
        } catch (RuleBroken malformed) {
            throw malformed.at(POINTER);
        }
    }

    /** What is younger than ten seconds may still be in the middle of being recorded. */
    private Instant settled(Instant knownAt) {
        Instant latest = sql.first("select now() - interval '10 seconds' as latest", row -> Read.instant(row, "latest"))
                .orElseThrow();
        if (knownAt.isAfter(latest)) {
            throw RuleBroken.refused("known-at-too-recent", "an instant must be at least ten seconds old");
        }
        return knownAt;
    }
}
