package o2c.runtime.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Sql;

/** Adds up the numbers of an upload, one batch of ten at a time, and stumbles where a test wants it to. */
@ApplicationScoped
class SumUpload implements JobKind {

    /** How many batches may still pass before a run breaks off. */
    static final AtomicInteger BATCHES_UNTIL_CRASH = new AtomicInteger(Integer.MAX_VALUE);

    private final Sql sql;

    SumUpload(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "sum";
    }

    @Override
    public void run(JobRun run) {
        try (JobLines lines = run.lines()) {
            if (!lines.header().equals("number")) {
                throw RuleBroken.invalid("header-malformed", "the header is: number");
            }
            for (List<Line> some = lines.next(10); !some.isEmpty(); some = lines.next(10)) {
                List<Line> batch = some;
                run.inBatch(() -> book(run, batch));
            }
        }
    }

    private void book(JobRun run, List<Line> batch) {
        List<Rejection> rejections = new ArrayList<>();
        for (Line line : batch) {
            if (line.text().matches("\\d+")) {
                sql.update(
                        "insert into probe_sum (tenant, job_id, value) values (?, ?, ?)",
                        run.tenant(),
                        run.id(),
                        Long.valueOf(line.text()));
            } else {
                rejections.add(line.rejected("number-malformed", "this is no number"));
            }
        }
        run.commit(batch.size(), rejections);
        if (BATCHES_UNTIL_CRASH.getAndDecrement() == 0) {
            BATCHES_UNTIL_CRASH.set(Integer.MAX_VALUE);
            throw new IllegalStateException("a crash in the middle of a batch");
        }
    }
}
