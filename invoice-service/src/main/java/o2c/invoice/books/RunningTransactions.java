package o2c.invoice.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import o2c.runtime.work.Sql;

/** What may still be committed: readers that follow changes go on from an instant before all of it. */
@ApplicationScoped
public class RunningTransactions {

    private final Sql sql;

    RunningTransactions(Sql sql) {
        this.sql = sql;
    }

    /** An instant older than any running transaction of this service; nothing older can still appear. */
    public Instant safeUntil() {
        return sql.first(
                        "select least(now(), min(xact_start)) as safe_until from pg_stat_activity"
                                + " where datname = current_database()",
                        row -> Read.instant(row, "safe_until"))
                .orElseThrow();
    }
}
