package o2c.runtime.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import o2c.contracts.Publisher;
import o2c.runtime.inbox.Consumers;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What of a tenant's work still waits in this service. */
@ApplicationScoped
public class Backlog {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Consumers consumers;

    Backlog(Sql sql, Tenancy tenancy, Consumers consumers) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.consumers = consumers;
    }

    /**
     * A snapshot of one moment.
     *
     * @param unsentEvents announced, not yet sent to Kafka
     * @param oldestUnsentSeconds age of the oldest of them
     * @param sentEvents sent so far
     * @param heardEvents heard so far, per publisher; equal to that publisher's {@code sentEvents} when nothing is on
     *     its way
     * @param consumerLag records of all tenants not yet taken, per publisher, as of the last poll
     * @param markedCustomers customers whose derived state is still to be computed
     * @param openJobs jobs that run or wait, the test clock's own apart, and days whose sweeps have not ended
     */
    public record Snapshot(
            LocalDate businessDate,
            long unsentEvents,
            long oldestUnsentSeconds,
            long sentEvents,
            Map<String, Long> heardEvents,
            Map<String, Long> consumerLag,
            long parkedEvents,
            long markedCustomers,
            long openJobs) {

        /** Nothing waits here, apart from derivations. */
        public boolean isDrained() {
            return unsentEvents == 0 && openJobs == 0;
        }
    }

    /** Taken in one statement, so that its figures belong to one moment. */
    public Snapshot now() {
        String tenant = tenancy.tenant();
        return sql.first(
                        "select (select count(*) from outbox where tenant = ? and position is null),"
                                + " (select coalesce(extract(epoch from now() - min(recorded_at)), 0)::bigint"
                                + "   from outbox where tenant = ? and position is null),"
                                + " coalesce((select position from feed_head where tenant = ?), 0),"
                                + " (select count(*) from parked_event where tenant = ? and resolved_at is null),"
                                + " (select count(distinct customer_id) from marked_customer where tenant = ?),"
                                + " (select count(*) from job where tenant = ? and status = 'running'"
                                + "   and kind <> 'test-clock')"
                                + "   + (select count(*) from business_day where tenant = ? and not finished),"
                                + " (select string_agg(publisher || '=' || heard, ',') from (select"
                                + " publisher, sum(heard)"
                                + "   as heard from inbox_count where tenant = ? group by publisher) as counts)",
                        this::snapshot,
                        tenant,
                        tenant,
                        tenant,
                        tenant,
                        tenant,
                        tenant,
                        tenant,
                        tenant)
                .orElseThrow();
    }

    private Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                tenancy.today(),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                counts(row.getString(7)),
                lag(),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    private Map<String, Long> lag() {
        Map<String, Long> lag = new TreeMap<>();
        consumers.lag().forEach((publisher, records) -> lag.put(publisher.key(), records));
        return lag;
    }

    private static Map<String, Long> counts(String pairs) {
        Map<String, Long> counts = new TreeMap<>();
        for (Publisher publisher : Publisher.values()) {
            counts.put(publisher.key(), 0L);
        }
        if (pairs != null) {
            for (String pair : pairs.split(",")) {
                counts.put(pair.substring(0, pair.indexOf('=')), Long.valueOf(pair.substring(pair.indexOf('=') + 1)));
            }
        }
        return counts;
    }
}
