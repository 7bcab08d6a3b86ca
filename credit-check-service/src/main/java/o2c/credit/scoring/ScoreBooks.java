package o2c.credit.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.causes.Causes.Cause;
import o2c.credit.scoring.domain.Score;
import o2c.credit.storage.Stored;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Every score that differed from the one before. */
@ApplicationScoped
class ScoreBooks {

    private final Sql sql;
    private final Tenancy tenancy;

    ScoreBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * A score as it was kept.
     *
     * @param riskClass the class that counts, an exception included; null when too little is known
     * @param causeType name of the event behind it, or scorecard, override, day
     */
    record Kept(
            long number,
            LocalDate scoredOn,
            String riskClass,
            Score score,
            UUID cause,
            String causeType,
            UUID invoiceId) {}

    /** The score at a moment. */
    Optional<Kept> at(String customerId, Moment moment) {
        return sql.first(
                "select id, scored_on, risk_class, content, cause, cause_type, invoice_id from customer_score"
                        + " where tenant = ? and customer_id = ? and scored_on <= ? and recorded_at <= ?"
                        + " and recorded_on <= ? order by id desc limit 1",
                ScoreBooks::kept,
                tenancy.tenant(),
                customerId,
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
    }

    /** Scores before a number, newest first. */
    List<Kept> history(String customerId, long before, int limit) {
        return sql.list(
                "select id, scored_on, risk_class, content, cause, cause_type, invoice_id from customer_score"
                        + " where tenant = ? and customer_id = ? and id < ? order by id desc limit ?",
                ScoreBooks::kept,
                tenancy.tenant(),
                customerId,
                before,
                limit);
    }

    /** What was decided with last: class and points, without what they were made of. */
    Optional<Scoring.Standing> latest(String customerId) {
        return sql.first(
                "select risk_class, score from customer_score where tenant = ? and customer_id = ?"
                        + " order by id desc limit 1",
                row -> new Scoring.Standing(
                        row.getString(1), row.getBigDecimal(2).stripTrailingZeros()),
                tenancy.tenant(),
                customerId);
    }

    void add(String customerId, LocalDate day, String riskClass, Score score, Cause cause) {
        sql.update(
                "insert into customer_score (tenant, customer_id, scored_on, risk_class, score, content, cause,"
                        + " cause_type, invoice_id, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                customerId,
                day,
                riskClass,
                score.score(),
                Stored.text(score),
                cause.eventId(),
                cause.type(),
                cause.invoiceId(),
                tenancy.today());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                Stored.read(row.getString(4), Score.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, UUID.class));
    }
}
