package o2c.runtime.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** How books are read in time: as of a day, as known at a moment, and how far changes may safely be followed. */
@ApplicationScoped
public class Books {

    private static final String KNOWN_AT = "/query/knownAt";
    private static final String ALL_VISIBLE = "select date_trunc('milliseconds', least(now(), min(xact_start)))"
            + " - interval '1 millisecond' from pg_stat_activity"
            + " where datname = current_database() and usename = current_user and xact_start is not null";

    private final Sql sql;
    private final Tenancy tenancy;

    Books(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * The moment a caller asks for; the present when he asks for nothing.
     *
     * @throws RuleBroken {@code date-in-future}, {@code known-at-too-recent}, {@code date-malformed},
     *     {@code instant-malformed}, {@code date-out-of-range}
     */
    public Moment moment(InTime asked) {
        LocalDate today = tenancy.today();
        LocalDate asOf = asked.asOf == null ? today : asked.asOf;
        if (asOf.isAfter(today)) {
            throw RuleBroken.refused("date-in-future", "the business date is " + today)
                    .at("/query/asOf");
        }
        return momentAhead(asked);
    }

    /**
     * The same for what has an effective date, so that a day still to come may be asked for.
     *
     * @throws RuleBroken {@code known-at-too-recent}, {@code date-malformed}, {@code instant-malformed},
     *     {@code date-out-of-range}
     */
    public Moment momentAhead(InTime asked) {
        LocalDate today = tenancy.today();
        LocalDate asOf = asked.asOf == null ? today : asked.asOf;
        if (asked.knownAt == null) {
            return new Moment(asOf, Moment.EVER, Moment.EVER_ON, asOf.equals(today));
        }
        try {
            return asked.knownAt.contains("T")
                    ? new Moment(asOf, settled(Days.instant(asked.knownAt)), Moment.EVER_ON, false)
                    : new Moment(asOf, Moment.EVER, Days.day(asked.knownAt), false);
        } catch (RuleBroken refused) {
            throw refused.at(KNOWN_AT);
        }
    }

    /**
     * Changes before this instant are all visible: no transaction that is still running began before it, and a change
     * carries the beginning of its transaction, in milliseconds. Whoever follows {@code updatedSince} goes on from it.
     */
    public Instant safeUntil() {
        return sql.first(ALL_VISIBLE, row -> row.getTimestamp(1).toInstant()).orElseThrow();
    }

    /** What is younger than ten seconds may still be in the middle of being recorded. */
    private Instant settled(Instant knownAt) {
        boolean longAgo = sql.first("select ? <= now() - interval '10 seconds'", row -> row.getBoolean(1), knownAt)
                .orElse(false);
        if (!longAgo) {
            throw RuleBroken.refused("known-at-too-recent", "an instant must be at least ten seconds old");
        }
        return knownAt;
    }
}
