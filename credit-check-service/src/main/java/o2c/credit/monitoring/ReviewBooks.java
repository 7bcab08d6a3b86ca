package o2c.credit.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.monitoring.domain.Review;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The calendar of reviews as stored. */
@ApplicationScoped
class ReviewBooks {

    private static final String COLUMNS =
            "review_id, customer_id, risk_class, opened_on, due_on, done_on, done_by, outcome, reason";

    private final Sql sql;
    private final Tenancy tenancy;

    ReviewBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    Optional<Review> openOf(String customerId) {
        return sql.first(
                "select " + COLUMNS + " from credit_review where tenant = ? and customer_id = ? and done_on is null",
                ReviewBooks::review,
                tenancy.tenant(),
                customerId);
    }

    Optional<Review> locked(UUID reviewId) {
        return sql.first(
                "select " + COLUMNS + " from credit_review where tenant = ? and review_id = ? for update",
                ReviewBooks::review,
                tenancy.tenant(),
                reviewId);
    }

    void save(Review review) {
        sql.update(
                "insert into credit_review (tenant, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, review_id) do update set risk_class = excluded.risk_class,"
                        + " due_on = excluded.due_on, done_on = excluded.done_on, done_by = excluded.done_by,"
                        + " outcome = excluded.outcome, reason = excluded.reason",
                tenancy.tenant(),
                review.reviewId(),
                review.customerId(),
                review.riskClass(),
                review.openedOn(),
                review.dueOn(),
                review.doneOn(),
                review.doneBy(),
                review.outcome(),
                review.reason());
    }

    /** Reviews that are due by now and were not announced yet; from now on they are. */
    List<Review> announce(LocalDate day) {
        return sql.list(
                "update credit_review set announced_on = ? where tenant = ? and due_on <= ? and done_on is null"
                        + " and announced_on is null returning " + COLUMNS,
                ReviewBooks::review,
                day,
                tenancy.tenant(),
                day);
    }

    /** Open reviews due by a day, the oldest first. */
    List<Review> due(LocalDate by, String customerId, LocalDate afterDue, UUID after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from credit_review, (select cast(? as varchar) as of_customer) wanted"
                        + " where tenant = ? and done_on is null and due_on <= ? and (due_on, review_id) > (?, ?)"
                        + " and (of_customer is null or customer_id = of_customer) order by due_on, review_id limit ?",
                ReviewBooks::review,
                customerId,
                tenancy.tenant(),
                by,
                afterDue,
                after,
                limit);
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
