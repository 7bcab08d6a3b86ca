package o2c.credit.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Reads {@code asOf} and {@code knownAt} of a question. */
@ApplicationScoped
public class Moments {

    private final Sql sql;
    private final Tenancy tenancy;

    Moments(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * A state that has been reached.
     *
     * @throws RuleBroken {@code date-in-future}, {@code known-at-too-recent}, {@code date-malformed},
     *     {@code instant-malformed}
     */
    public Moment past(LocalDate asOf, String knownAt) {
        if (asOf != null && asOf.isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/query/asOf");
        }
        return any(asOf, knownAt);
    }

    /**
     * A state of something with an effective date, maybe still to come.
     *
     * @throws RuleBroken {@code known-at-too-recent}, {@code date-malformed}, {@code instant-malformed}
     */
    public Moment any(LocalDate asOf, String knownAt) {
        LocalDate day = Optional.ofNullable(asOf).orElse(tenancy.today());
        if (knownAt == null) {
            return Moment.asKnownNow(day);
        }
        try {
            return knownAt.contains("T")
                    ? new Moment(day, longEnoughAgo(Days.instant(knownAt)), null)
                    : new Moment(day, null, Days.day(knownAt));
        } catch (RuleBroken malformed) {
            throw malformed.at("/query/knownAt");
        }
    }

    /** A transaction that began before the instant may still be running for a moment. */
    private Instant longEnoughAgo(Instant knownAt) {
        boolean settled = sql.first("select ? <= now() - interval '10 seconds'", row -> row.getBoolean(1), knownAt)
                .orElse(false);
        if (!settled) {
            throw RuleBroken.refused("known-at-too-recent", "knownAt is at least 10 seconds old");
        }
        return knownAt;
    }
}
