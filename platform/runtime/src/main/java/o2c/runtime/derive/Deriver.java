package o2c.runtime.derive;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Committed;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/**
 * Runs the derivations of marked customers. Live tenants: soon after each commit. Sandbox tenants: when the test clock
 * asks for it at a point where no event is under way anywhere, or after the tenant has been at rest for a while; so a
 * history played twice derives the same.
 */
@ApplicationScoped
public class Deriver {

    private static final Logger LOG = Logger.getLogger(Deriver.class);
    private static final int CHUNK = 200;
    private static final long TICK_MILLIS = 500;

    private final Settings settings;
    private final Tenancy tenancy;
    private final Work work;
    private final Marks marks;
    private final List<Derivation> derivations;
    private final Map<String, Long> markedAt = new ConcurrentHashMap<>();
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    Deriver(Settings settings, Tenancy tenancy, Work work, Marks marks, @All List<Derivation> derivations) {
        this.settings = settings;
        this.tenancy = tenancy;
        this.work = work;
        this.marks = marks;
        this.derivations = derivations;
    }

    void start(@Observes StartupEvent started) {
        tenancy.all().forEach(tenant -> markedAt.put(tenant, System.nanoTime()));
        thread = new Thread(this::run, "derivation");
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        signal.release();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    void marked(@Observes Committed commit) {
        if (commit.marked()) {
            markedAt.put(commit.tenant(), System.nanoTime());
            if (!tenancy.isSandbox(commit.tenant())) {
                signal.release();
            }
        }
    }

    /** Derives for every customer marked by now; tells how many there were. */
    public int deriveAll(String tenant) {
        int all = 0;
        int some;
        do {
            some = deriveSome(tenant);
            all += some;
        } while (some == CHUNK);
        return all;
    }

    /** Many in one transaction; when one of them fails, each in its own, so that the others go on. */
    private int deriveSome(String tenant) {
        try {
            return work.in(tenant, () -> derive(marks.take(CHUNK)));
        } catch (RuntimeException oneFailed) {
            List<String> waiting = work.reading(tenant, () -> marks.waiting(CHUNK));
            return waiting.stream()
                    .mapToInt(customer -> deriveAlone(tenant, customer))
                    .sum();
        }
    }

    private int deriveAlone(String tenant, String customer) {
        try {
            return work.in(tenant, () -> derive(marks.takeOf(customer)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a customer of tenant %s stays marked: its derivation failed", tenant);
            return 0;
        }
    }

    private int derive(List<String> customers) {
        if (!customers.isEmpty()) {
            LocalDate today = tenancy.today();
            customers.forEach(customer -> derivations.forEach(each -> each.derive(customer, today)));
        }
        return customers.size();
    }

    private void run() {
        while (!stopped) {
            try {
                signal.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
                signal.drainPermits();
                markedAt.keySet().stream().filter(this::isReady).forEach(this::deriveReady);
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    private boolean isReady(String tenant) {
        long wait = tenancy.isSandbox(tenant) ? settings.sandboxRest().toNanos() : 0;
        return System.nanoTime() - markedAt.get(tenant) >= wait;
    }

    private void deriveReady(String tenant) {
        Long seen = markedAt.get(tenant);
        try {
            deriveAll(tenant);
            markedAt.remove(tenant, seen);
        } catch (RuntimeException e) {
            LOG.warnf("derivation of tenant %s is tried again: %s", tenant, e.getMessage());
        }
    }
}
