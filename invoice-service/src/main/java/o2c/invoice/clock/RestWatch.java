package o2c.invoice.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import o2c.kernel.RuleBroken;
import o2c.runtime.peers.PeerRefused;
import org.jboss.logging.Logger;

/**
 * Waits until the four services are at rest. When all events have arrived everywhere, derived state is computed; what
 * that announces must arrive too, and so on. A service that is away is waited for.
 */
@ApplicationScoped
class RestWatch {

    private static final Logger LOG = Logger.getLogger(RestWatch.class);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(32);
    private static final long STUCK_NANOS = TimeUnit.MINUTES.toNanos(3);
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
     * @throws RuleBroken {@code suite-not-at-rest} when something waits and nothing has moved for minutes, such as a
     *     derivation that fails again and again
     */
    Rest await(String tenant, Runnable check) {
        long pause = FIRST_PAUSE_NANOS;
        long movedAt = System.nanoTime();
        Rest rest = patiently(() -> lookAndDerive(tenant), check);
        while (!rest.isReached()) {
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
            Rest later = patiently(() -> lookAndDerive(tenant), check);
            if (!later.standing().equals(rest.standing())) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > STUCK_NANOS) {
                throw RuleBroken.conflict("suite-not-at-rest", "nothing moves, yet something waits: " + rest);
            }
            rest = later;
        }
        return rest;
    }

    /** Does it, and again while a service is away; a service that refuses it ends it. */
    <T> T patiently(Supplier<T> action, Runnable check) {
        while (true) {
            check.run();
            try {
                return action.get();
            } catch (RuntimeException e) {
                if (isRefused(e)) {
                    throw e;
                }
                LOG.infof("the clock waits: %s", e.getMessage());
                LockSupport.parkNanos(AWAY_NANOS);
            }
        }
    }

    private Rest lookAndDerive(String tenant) {
        Rest rest = new Rest(suite.backlogs(tenant));
        if (rest.isTransportIdle()) {
            rest.withMarks().forEach(member -> suite.derive(member, tenant));
        }
        return rest;
    }

    private static boolean isRefused(RuntimeException failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof PeerRefused refusal && refusal.status() < 500 && refusal.status() != 409;
    }
}
