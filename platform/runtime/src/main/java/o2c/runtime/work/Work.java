package o2c.runtime.work;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import o2c.runtime.derive.Marks;
import o2c.runtime.outbox.Outbox;

/**
 * Runs a piece of work in one transaction on one tenant's books: the tenant is set first, the announced events are
 * written last, deadlocks are tried again. After commit the relay and the derivation are woken.
 */
@ApplicationScoped
public class Work {

    private static final int TRIES = 5;
    private static final Set<String> WORTH_RETRYING = Set.of("40001", "40P01");

    private final Sql sql;
    private final Outbox outbox;
    private final Marks marks;
    private final Event<Committed> committed;

    Work(Sql sql, Outbox outbox, Marks marks, Event<Committed> committed) {
        this.sql = sql;
        this.outbox = outbox;
        this.marks = marks;
        this.committed = committed;
    }

    public void run(String tenant, Runnable body) {
        in(tenant, () -> {
            body.run();
            return null;
        });
    }

    /** One new transaction that may write. */
    public <T> T in(String tenant, Supplier<T> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(tenant, false, body);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !WORTH_RETRYING.contains(sqlState(e))) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L, 10_000_000L * attempt));
            }
        }
    }

    /** One new transaction that only reads. */
    public <T> T reading(String tenant, Supplier<T> body) {
        return once(tenant, true, body);
    }

    /** The SQL state at the root of a failure, or an empty text. */
    public static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sqlFailure && sqlFailure.getSQLState() != null) {
                return sqlFailure.getSQLState();
            }
        }
        return "";
    }

    private <T> T once(String tenant, boolean readOnly, Supplier<T> body) {
        ManagedContext context = Arc.container().requestContext();
        boolean activated = !context.isActive();
        if (activated) {
            context.activate();
        }
        Unit unit = new Unit(tenant);
        Unit before = Unit.bind(unit);
        T result;
        try {
            result = QuarkusTransaction.requiringNew().call(() -> {
                try {
                    sql.beginFor(tenant, readOnly).ifPresent(unit::dayOpened);
                    T answer = body.get();
                    marks.write();
                    outbox.writeAnnouncements();
                    sql.runLast();
                    return answer;
                } finally {
                    unit.giveBackConnection();
                }
            });
        } finally {
            Unit.bind(before);
            if (activated) {
                context.terminate();
            }
        }
        unit.committed();
        if (!unit.announced().isEmpty() || unit.hasMarks()) {
            committed.fire(new Committed(tenant, !unit.announced().isEmpty(), unit.hasMarks()));
        }
        return result;
    }
}
