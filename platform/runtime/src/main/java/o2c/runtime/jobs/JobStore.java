package o2c.runtime.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/** The tables of jobs, within the running transaction of one tenant. */
@ApplicationScoped
class JobStore {

    static final String LEASE = "clock_timestamp() + interval '10 s'";
    private static final String RECEIVING_LEASE = "clock_timestamp() + interval '60 s'";

    private final Sql sql;

    JobStore(Sql sql) {
        this.sql = sql;
    }

    /** Who asked for a job, and under which key. */
    record Origin(String client, String route, String key) {}

    /** Stores a new job; false when the key has one already. */
    boolean add(UUID id, String kind, Origin origin, String mediaType, String parameters, boolean received) {
        return sql.update(
                        "insert into job (tenant, id, kind, status, received, client, route, key, media_type,"
                                + " parameters, started_at, leased_until) values (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?,"
                                + " clock_timestamp(), case when ? then null else " + RECEIVING_LEASE
                                + " end) on conflict do nothing",
                        tenant(),
                        id,
                        kind,
                        received,
                        origin.client(),
                        origin.route(),
                        origin.key(),
                        mediaType,
                        parameters,
                        received)
                == 1;
    }

    Optional<JobState> find(UUID id) {
        return sql.first(
                "select " + JobState.COLUMNS + " from job where tenant = ? and id = ?", JobState::from, tenant(), id);
    }

    Optional<JobState> findByKey(Origin origin) {
        return sql.first(
                "select " + JobState.COLUMNS + " from job where tenant = ? and client = ? and route = ? and key = ?",
                JobState::from,
                tenant(),
                origin.client(),
                origin.route(),
                origin.key());
    }

    void addInput(UUID id, int number, byte[] bytes) {
        sql.update(
                "insert into job_input (tenant, job_id, number, bytes) values (?, ?, ?, ?)",
                tenant(),
                id,
                number,
                bytes);
        sql.update("update job set leased_until = " + RECEIVING_LEASE + " where tenant = ? and id = ?", tenant(), id);
    }

    void received(UUID id, String hash, Long total) {
        sql.update(
                "update job set received = true, hash = ?, total = ?, leased_until = null where tenant = ? and id = ?",
                hash,
                total,
                tenant(),
                id);
    }

    Optional<byte[]> input(UUID id, int number) {
        return sql.first(
                "select bytes from job_input where tenant = ? and job_id = ? and number = ?",
                row -> row.getBytes(1),
                tenant(),
                id,
                number);
    }

    void remove(UUID id) {
        sql.update("delete from job where tenant = ? and id = ?", tenant(), id);
    }

    /** Makes sure that the lease is still ours, and holds the row until the transaction ends. */
    void fence(UUID id, long epoch) {
        fenced(sql.update(
                "update job set leased_until = " + LEASE
                        + " where tenant = ? and id = ? and epoch = ? and status = 'running'",
                tenant(),
                id,
                epoch));
    }

    void total(UUID id, long epoch, long total) {
        fenced(sql.update(
                "update job set total = ? where tenant = ? and id = ? and epoch = ?", total, tenant(), id, epoch));
    }

    Progress advance(UUID id, long epoch, long processed, List<Rejection> rejections, long position) {
        sql.batch(
                "insert into job_rejection (tenant, job_id, line, code, detail, original) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                rejections.stream()
                        .map(each ->
                                new Object[] {tenant(), id, each.line(), each.code(), each.detail(), each.original()})
                        .toList());
        return sql.first(
                        "update job set processed = processed + ?, rejected = rejected + ?, position = ?, attempts = 0,"
                                + " leased_until = " + LEASE
                                + " where tenant = ? and id = ? and epoch = ? and status = 'running'"
                                + " returning processed, rejected, total",
                        row -> new Progress(row.getLong(1), row.getLong(2), row.getObject(3, Long.class)),
                        processed,
                        (long) rejections.size(),
                        position,
                        tenant(),
                        id,
                        epoch)
                .orElseThrow(LeaseLost::new);
    }

    void finish(UUID id, long epoch, String failure) {
        fenced(sql.update(
                "update job set status = case when ?::varchar is not null then 'failed' when rejected > 0 then"
                        + " 'completed-with-rejections' else 'completed' end, failure = ?,"
                        + " finished_at = clock_timestamp(), leased_until = null"
                        + " where tenant = ? and id = ? and epoch = ? and status = 'running'",
                failure,
                failure,
                tenant(),
                id,
                epoch));
        sql.update("delete from job_input where tenant = ? and job_id = ?", tenant(), id);
    }

    List<Rejection> rejections(UUID id, long afterLine, int limit) {
        return sql.list(
                "select line, code, detail, original from job_rejection"
                        + " where tenant = ? and job_id = ? and line > ? order by line limit ?",
                row -> new Rejection(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                tenant(),
                id,
                afterLine,
                limit);
    }

    long open() {
        return sql.first(
                        "select count(*) from job where tenant = ? and status = 'running'",
                        row -> row.getLong(1),
                        tenant())
                .orElse(0L);
    }

    private static void fenced(int rows) {
        if (rows != 1) {
            throw new LeaseLost();
        }
    }

    private static String tenant() {
        return Unit.current().tenant();
    }

    /** Another process took the job over: whatever this one was about to commit must not be. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeaseLost() {
            super("another process runs this job now", null, false, false);
        }
    }
}
