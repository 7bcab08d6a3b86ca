package o2c.runtime.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes jobs that nobody runs and runs them, a few at a time. What a dead process left is taken after ten seconds. */
@ApplicationScoped
class JobWorkers {

    private static final Logger LOG = Logger.getLogger(JobWorkers.class);
    private static final int MOST_ATTEMPTS = 4;
    private static final long TICK_MILLIS = 1_000;
    private static final int TICKS_PER_LEASE = 3;
    private static final int TICKS_PER_SWEEP = 600;

    private final Leases leases;
    private final JobStore store;
    private final Work work;
    private final ObjectMapper json;
    private final int width;
    private final Map<String, JobKind> kinds;
    private final Map<UUID, JobState> running = new ConcurrentHashMap<>();
    private final Semaphore signal = new Semaphore(0);
    private long ended;
    private volatile boolean stopping;
    private ExecutorService pool;
    private Thread dispatcher;

    JobWorkers(
            Leases leases, JobStore store, Work work, ObjectMapper json, Settings settings, @All List<JobKind> kinds) {
        this.leases = leases;
        this.store = store;
        this.work = work;
        this.json = json;
        this.width = settings.jobWorkers();
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::kind, Function.identity()));
    }

    void start(@Observes StartupEvent started) {
        pool = Executors.newCachedThreadPool(task -> new Thread(task, "job-worker"));
        dispatcher = new Thread(this::dispatch, "job-dispatcher");
        dispatcher.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        dispatcher.join(TimeUnit.SECONDS.toMillis(5));
        pool.shutdown();
        if (!pool.awaitTermination(15, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
    }

    boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    void wake() {
        signal.release();
    }

    /** How many runs of jobs have ended in this process. */
    synchronized long ended() {
        return ended;
    }

    /** Returns when another run than these has ended, or after this long. */
    synchronized void awaitEndAfter(long seen, long millis) throws InterruptedException {
        if (ended == seen) {
            wait(millis);
        }
    }

    private synchronized void tellEnd() {
        ended++;
        notifyAll();
    }

    private void dispatch() {
        for (int tick = 0; !stopping; tick++) {
            try {
                if (tick % TICKS_PER_LEASE == 0 && !running.isEmpty()) {
                    leases.extend(running.values());
                }
                if (tick % TICKS_PER_SWEEP == 0) {
                    leases.removeBrokenUploads();
                }
                takeSome();
                signal.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
                signal.drainPermits();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("jobs wait: %s", e.getMessage());
                sleep();
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }

    private void takeSome() throws SQLException {
        Set<String> takeable = takeable();
        while (!stopping && !takeable.isEmpty()) {
            Optional<JobState> claimed = leases.claim(takeable);
            if (claimed.isEmpty()) {
                return;
            }
            JobState job = claimed.get();
            running.put(job.id(), job);
            pool.execute(() -> run(job));
            takeable = takeable();
        }
    }

    /** A job that waits for others takes no place away from them. */
    private Set<String> takeable() {
        long busy = running.values().stream()
                .filter(job -> !kinds.get(job.kind()).waitsForOthers())
                .count();
        return kinds.values().stream()
                .filter(kind -> busy < width || kind.waitsForOthers())
                .map(JobKind::kind)
                .collect(Collectors.toSet());
    }

    private void run(JobState job) {
        MDC.put("tenant", job.tenant());
        MDC.put("job", job.id().toString());
        try {
            JobKind kind = kinds.get(job.kind());
            kind.run(new JobRun(job, store, work, json, () -> stopping));
            work.run(job.tenant(), () -> store.finish(job.id(), job.epoch(), null));
        } catch (RuntimeException e) {
            failed(job, e);
        } catch (Error e) {
            failed(job, new IllegalStateException("the job ran into " + e, e));
        } finally {
            MDC.remove("tenant");
            MDC.remove("job");
            running.remove(job.id(), job);
            tellEnd();
            wake();
        }
    }

    private void failed(JobState job, RuntimeException failure) {
        if (failure instanceof JobStore.LeaseLost) {
            LOG.warnf("job %s was taken over", job.id());
            return;
        }
        try {
            if (failure instanceof JobRun.Stopped) {
                leases.release(job, 0);
            } else if (failure instanceof RuleBroken refusal) {
                work.run(job.tenant(), () -> store.finish(job.id(), job.epoch(), refusal.code()));
            } else if (job.attempts() < MOST_ATTEMPTS) {
                LOG.warnf(failure, "job %s of kind %s is tried again", job.id(), job.kind());
                leases.release(job, 1 << job.attempts());
            } else {
                LOG.errorf(failure, "job %s of kind %s failed", job.id(), job.kind());
                work.run(job.tenant(), () -> store.finish(job.id(), job.epoch(), "job-failed"));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("job %s waits for its lease to end: %s", job.id(), e.getMessage());
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
