package o2c.runtime.audit;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Seals audit entries every second, in whichever process leads. Entries that wait for more than ten seconds show in the
 * gauge {@code o2c.audit.unsealed.late}; the head of each chain is logged every hour, so that a cut tail shows.
 */
@ApplicationScoped
class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final int BATCH = 1_000;
    private static final long TICK_MILLIS = 1_000;
    private static final long PUBLISH_NANOS = Duration.ofHours(1).toNanos();
    private static final String LATE = "select count(*) from audit_unsealed where since < now() - interval '10 s'";

    private final AgroalDataSource worker;
    private final Semaphore signal = new Semaphore(0);
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong sealed = new AtomicLong();
    private volatile boolean stopped;
    private volatile long publishedAt = System.nanoTime();
    private Thread thread;

    Sealer(@DataSource("worker") AgroalDataSource worker, MeterRegistry meters) {
        this.worker = worker;
        meters.gauge("o2c.audit.unsealed.late", late);
        meters.gauge("o2c.audit.sealed", sealed);
    }

    void start(@Observes StartupEvent started) {
        thread = new Thread(this::run, "audit-sealer");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** Seals now rather than within the second. */
    void wake() {
        signal.release();
    }

    private void run() {
        while (!stopped) {
            try {
                lead();
            } catch (SQLException e) {
                LOG.warnf("audit entries wait for their seal: %s", e.getMessage());
            }
            pause();
        }
    }

    private void lead() throws SQLException {
        Optional<SealLeader> elected = SealLeader.elect(worker);
        if (elected.isEmpty()) {
            measure();
            return;
        }
        try (SealLeader leader = elected.get()) {
            while (!stopped) {
                int some = leader.seal(BATCH);
                sealed.addAndGet(some);
                publish(leader);
                if (some < BATCH) {
                    measure();
                    pause();
                }
            }
        }
    }

    private void publish(SealLeader leader) {
        if (System.nanoTime() - publishedAt > PUBLISH_NANOS) {
            publishedAt = System.nanoTime();
            leader.heads().forEach((tenant, head) -> LOG.infof("audit chain of tenant %s ends at %s", tenant, head));
        }
    }

    private void measure() throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement statement = connection.prepareStatement(LATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            late.set(row.getLong(1));
        }
        if (late.get() > 0) {
            LOG.warnf("%d audit entries wait for their seal for more than ten seconds", late.get());
        }
    }

    private void pause() {
        try {
            signal.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
            signal.drainPermits();
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
