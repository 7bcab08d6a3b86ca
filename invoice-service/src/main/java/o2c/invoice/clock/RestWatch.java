package o2c.invoice.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import o2c.contracts.Publisher;
import o2c.runtime.peers.PeerRefused;
import org.jboss.logging.Logger;

/**
 * Waits until the four services are at rest. When all events have arrived everywhere, derived state is computed; what
 * that announces must arrive too, and so on. A service that is away is waited for.
 */
@ApplicationScoped
class RestWatch {

    private static final Logger LOG = Logger.getLogger(RestWatch.class);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(32);
    private static final long AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Suite suite;

    RestWatch(Suite suite) {
        this.suite = suite;
    }

    /** Whether nothing waits at this moment. */
    boolean isAtRest(String tenant) {
        try {
            return new Rest(suite.backlogs(tenant)).isReached();
        } catch (RuntimeException somebodyIsAway) {
            return false;
        }
    }

    /**
     * Returns when nothing waits any more, derivations included.
     *
     * @param check called before each look; throws when waiting has to end
     */
    void await(String tenant, Runnable check) {
        long pause = FIRST_PAUSE_NANOS;
        while (!patiently(() -> restOrDerive(tenant), check)) {
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
    }

    /** Does it, and again while a service is away; a service that refuses it ends it. */
    boolean patiently(BooleanSupplier action, Runnable check) {
        while (true) {
            check.run();
            try {
                return action.getAsBoolean();
            } catch (RuntimeException e) {
                if (isRefused(e)) {
                    throw e;
                }
                LOG.infof("the clock waits: %s", e.getMessage());
                LockSupport.parkNanos(AWAY_NANOS);
            }
        }
    }

    private boolean restOrDerive(String tenant) {
        Rest rest = new Rest(suite.backlogs(tenant));
        if (!rest.isTransportIdle()) {
            return false;
        }
        List<Publisher> marked = rest.withMarks();
        marked.forEach(member -> suite.derive(member, tenant));
        return marked.isEmpty();
    }

    private static boolean isRefused(RuntimeException failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof PeerRefused refusal && refusal.status() < 500 && refusal.status() != 409;
    }
}
