package o2c.runtime.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Work;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/jobs")
@Tag(name = "Jobs")
class JobResource {

    private static final int PAGE = 1_000;
    private static final int LONGEST_WAIT = 20;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final JobStore store;
    private final JobWorkers workers;
    private final Caller caller;
    private final Tenancy tenancy;
    private final Work work;

    JobResource(JobStore store, JobWorkers workers, Caller caller, Tenancy tenancy, Work work) {
        this.store = store;
        this.workers = workers;
        this.caller = caller;
        this.tenancy = tenancy;
        this.work = work;
    }

    /**
     * How a job is doing.
     *
     * @param processed items dealt with, rejected ones included
     * @param total how many there are, left out while nobody knows
     * @param failure code of the refusal that ended it, only when failed
     * @param ratePerSecond items per second since the start, rounded down
     * @param remainingSeconds at that rate, only while running
     */
    record JobView(
            UUID id,
            String kind,

            @Schema(enumeration = {"running", "completed", "completed-with-rejections", "failed"})
            String status,

            long processed,
            Long total,
            long rejected,
            String failure,
            Instant startedAt,
            Instant finishedAt,
            long ratePerSecond,
            Long remainingSeconds) {

        static JobView of(JobState job, Instant now) {
            Progress progress = job.progress();
            Instant until = job.finishedAt() == null ? now : job.finishedAt();
            long millis = Math.max(1, Duration.between(job.startedAt(), until).toMillis());
            return new JobView(
                    job.id(),
                    job.kind(),
                    job.status(),
                    progress.processed(),
                    progress.total(),
                    progress.rejected(),
                    job.failure(),
                    job.startedAt(),
                    job.finishedAt(),
                    progress.processed() * 1000 / millis,
                    remaining(progress, millis, job.finishedAt() != null));
        }

        private static Long remaining(Progress progress, long millis, boolean finished) {
            if (finished || progress.total() == null || progress.processed() == 0) {
                return null;
            }
            long left = Math.max(0, progress.total() - progress.processed());
            return left * millis / progress.processed() / 1000;
        }
    }

    @GET
    @Path("/{jobId}")
    @RolesAllowed({"credit:read", "invoice:read", "dunning:read", "policy:read", "sandbox", "operate"})
    @Operation(
            operationId = "readJob",
            summary = "How a job is doing",
            description = "With wait, the answer comes when the job has ended, or after that many seconds with what is"
                    + " reached by then. Refusals: 404 job-unknown; 400 wait-out-of-range. Scope: any read scope,"
                    + " sandbox or operate.")
    public JobView one(
            @PathParam("jobId") UUID jobId,
            @QueryParam("wait")
                    @Parameter(
                            description = "Seconds to wait for the end, 0 to 20.",
                            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "20"))
                    String wait)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds(wait));
        long ended = workers.ended();
        JobState job = work.reading(caller.tenant(), () -> job(jobId));
        while (job.finishedAt() == null && System.nanoTime() < end) {
            workers.awaitEndAfter(ended, LOOK_AGAIN_MILLIS);
            ended = workers.ended();
            job = work.reading(caller.tenant(), () -> job(jobId));
        }
        return JobView.of(job, Instant.now());
    }

    @GET
    @Path("/{jobId}/rejections")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"credit:read", "invoice:read", "dunning:read", "policy:read"})
    @Reads
    @Operation(
            operationId = "listJobRejections",
            summary = "The lines that a job refused",
            description =
                    "Line, code, detail and original text, by line; as CSV (Accept: text/csv) all of them at once."
                            + " Refusals: 404 job-unknown. Scope: any read scope.")
    public Page<Rejection> rejections(@PathParam("jobId") UUID jobId, @BeanParam Paging paging) {
        job(jobId);
        long after = paging.after().map(JobResource::line).orElse(0L);
        return Page.of(
                store.rejections(jobId, after, paging.limit() + 1),
                paging.limit(),
                rejection -> String.valueOf(rejection.line()));
    }

    @GET
    @Path("/{jobId}/rejections")
    @Produces("text/csv")
    @RolesAllowed({"credit:read", "invoice:read", "dunning:read", "policy:read"})
    @Reads
    @Operation(hidden = true)
    public StreamingOutput rejectionsAsCsv(@PathParam("jobId") UUID jobId) {
        job(jobId);
        String tenant = tenancy.tenant();
        return out -> stream(tenant, jobId, out);
    }

    private void stream(String tenant, UUID jobId, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        RejectionsCsv.header(writer);
        long line = 0;
        List<Rejection> some;
        do {
            long after = line;
            some = work.reading(tenant, () -> store.rejections(jobId, after, PAGE));
            RejectionsCsv.write(some, writer);
            line = some.isEmpty() ? line : some.get(some.size() - 1).line();
        } while (some.size() == PAGE);
        writer.flush();
    }

    private JobState job(UUID id) {
        return store.find(id).orElseThrow(() -> RuleBroken.notFound("job-unknown", "there is no such job"));
    }

    private static int seconds(String wait) {
        try {
            int seconds = wait == null ? 0 : Integer.parseInt(wait);
            if (seconds >= 0 && seconds <= LONGEST_WAIT) {
                return seconds;
            }
        } catch (NumberFormatException notANumber) {
            throw waitOutOfRange();
        }
        throw waitOutOfRange();
    }

    private static HttpRefusal waitOutOfRange() {
        return new HttpRefusal(400, "wait-out-of-range", "wait is a number of seconds from 0 to " + LONGEST_WAIT)
                .at("/query/wait");
    }

    private static long line(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException ofAnotherList) {
            throw new HttpRefusal(400, "cursor-malformed", "this cursor belongs to another list").at("/query/cursor");
        }
    }
}
