package o2c.credit.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import o2c.credit.holds.domain.Party;
import o2c.credit.scoring.domain.Scorecard;
import o2c.credit.scoring.domain.StandardScorecard;
import o2c.credit.storage.Stored;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The versions of scorecards: added, never changed. */
@ApplicationScoped
class ScorecardBooks {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;

    ScorecardBooks(Sql sql, Tenancy tenancy, Caller caller) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** Those in force, by id; the standard one among them unless the tenant set his own under its id. */
    List<Scorecard> inForce(Moment moment) {
        List<Scorecard> own = sql.list(
                "select distinct on (scorecard_id) definition from scorecard where tenant = ? and effective_from <= ?"
                        + " and recorded_at <= ? and recorded_on <= ?"
                        + " order by scorecard_id, effective_from desc, version desc",
                row -> Stored.read(row.getString(1), Scorecard.class),
                tenancy.tenant(),
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
        boolean replaced = own.stream().anyMatch(card -> card.scorecardId().equals(StandardScorecard.ID));
        return replaced
                ? own
                : Stream.concat(own.stream(), Stream.of(StandardScorecard.version0()))
                        .toList();
    }

    /** The card for a customer: the first by id that is meant for him in particular, else the standard one. */
    Scorecard forParty(Party party, Moment moment) {
        List<Scorecard> cards = inForce(moment);
        return cards.stream()
                .filter(card -> !card.scorecardId().equals(StandardScorecard.ID)
                        && card.appliesTo().includes(party))
                .findFirst()
                .or(() -> cards.stream()
                        .filter(card -> card.scorecardId().equals(StandardScorecard.ID))
                        .findFirst())
                .orElseThrow();
    }

    /** The version set last; nobody else can set one until the transaction ends. */
    Optional<Scorecard> last(String scorecardId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 6))",
                row -> true,
                tenancy.tenant() + "|" + scorecardId);
        return versions(scorecardId, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    List<Scorecard> versions(String scorecardId, int before, int limit) {
        return sql.list(
                "select definition from scorecard where tenant = ? and scorecard_id = ? and version < ?"
                        + " order by version desc limit ?",
                row -> Stored.read(row.getString(1), Scorecard.class),
                tenancy.tenant(),
                scorecardId,
                before,
                limit);
    }

    void add(Scorecard card) {
        sql.update(
                "insert into scorecard (tenant, scorecard_id, version, effective_from, definition, recorded_on,"
                        + " recorded_by) values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                card.scorecardId(),
                card.version(),
                card.effectiveFrom(),
                Stored.text(card),
                tenancy.today(),
                caller.subject());
    }
}
