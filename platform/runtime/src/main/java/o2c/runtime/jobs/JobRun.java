package o2c.runtime.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import o2c.runtime.work.Work;

/**
 * One run of a job. A run that follows a crash goes on after the last committed batch.
 *
 * <pre>{@code
 * try (JobLines lines = run.lines()) {
 *     List<Line> some;
 *     while (!(some = lines.next(500)).isEmpty()) {
 *         List<Line> batch = some;
 *         run.inBatch(() -> run.commit(batch.size(), book(batch)));
 *     }
 * }
 * }</pre>
 */
public final class JobRun {

    private final JobState job;
    private final JobStore store;
    private final Work work;
    private final ObjectMapper json;
    private final BooleanSupplier stopping;
    private JobLines lines;
    private long position;

    JobRun(JobState job, JobStore store, Work work, ObjectMapper json, BooleanSupplier stopping) {
        this.job = job;
        this.store = store;
        this.work = work;
        this.json = json;
        this.stopping = stopping;
        this.position = job.position();
    }

    public UUID id() {
        return job.id();
    }

    public String tenant() {
        return job.tenant();
    }

    /** Media type of the upload, or null when there is none. */
    public String mediaType() {
        return job.mediaType();
    }

    /** What the job was started with. */
    public <T> T parameters(Class<T> type) {
        try {
            return json.readValue(job.parameters(), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was committed before this run; 0 for a fresh job. What it counts is up to the kind. */
    public long position() {
        return position;
    }

    /** The whole upload, from its beginning. */
    public InputStream input() {
        return new StoredInput(number -> work.reading(job.tenant(), () -> store.input(job.id(), number)));
    }

    /** The upload line by line, after those of the batches committed before. */
    public JobLines lines() {
        lines = JobLines.of(input(), job.hasHeader(), job.position());
        return lines;
    }

    /** For work that waits between batches: ends this run when the process shuts down; another one goes on. */
    public void check() {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** One transaction on the tenant's books; it is undone when another process has taken the job over. */
    public void inBatch(Runnable body) {
        check();
        work.run(job.tenant(), () -> {
            store.fence(job.id(), job.epoch());
            body.run();
        });
    }

    /**
     * Within a batch: notes that all lines given out so far are dealt with.
     *
     * @param processedDelta items dealt with since the last commit, rejected ones included
     */
    public Progress commit(long processedDelta, List<Rejection> rejections) {
        return commitAt(lines == null ? position + processedDelta : lines.position(), processedDelta, rejections);
    }

    /** Within a batch, for work without lines: notes the position from which a new run has to go on. */
    public Progress commitAt(long reached, long processedDelta, List<Rejection> rejections) {
        Progress progress = store.advance(job.id(), job.epoch(), processedDelta, rejections, reached);
        position = reached;
        return progress;
    }

    /** Within a batch: how many items there are in all, where the lines of the upload do not tell. */
    public void total(long items) {
        store.total(job.id(), job.epoch(), items);
    }

    /** The process shuts down; somebody else goes on. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the process stops", null, false, false);
        }
    }
}
