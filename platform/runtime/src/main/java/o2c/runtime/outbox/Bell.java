package o2c.runtime.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Wakes the relay: in memory when it lives in this process, else by a NOTIFY on a connection of its own, at most every
 * 5 ms and never inside a business transaction.
 */
final class Bell implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final String CHANNEL = "o2c_outbox";
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource worker;
    private final Semaphore here = new Semaphore(0);
    private final Semaphore elsewhere = new Semaphore(0);
    private volatile boolean closed;

    Bell(DataSource worker) {
        this.worker = worker;
    }

    void listen() {
        daemon("relay-listener", this::hearNotifications);
        daemon("relay-notifier", this::sendNotifications);
    }

    void ring() {
        if (here.availablePermits() == 0) {
            here.release();
        }
    }

    void ringElsewhere() {
        if (elsewhere.availablePermits() == 0) {
            elsewhere.release();
        }
    }

    void await(long millis) {
        try {
            here.tryAcquire(millis, TimeUnit.MILLISECONDS);
            here.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        ring();
        ringElsewhere();
    }

    private void hearNotifications() {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
                if (heard != null && heard.length > 0) {
                    ring();
                }
            }
        } catch (SQLException e) {
            retryLater(e);
        }
    }

    private void sendNotifications() {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement()) {
            while (!closed) {
                elsewhere.acquire();
                elsewhere.drainPermits();
                statement.execute("notify " + CHANNEL);
                LockSupport.parkNanos(APART_NANOS);
            }
        } catch (SQLException e) {
            retryLater(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void retryLater(SQLException e) {
        LOG.debugf("notifications pause: %s", e.getMessage());
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }

    private void daemon(String name, Runnable loop) {
        Thread thread = new Thread(
                () -> {
                    while (!closed) {
                        loop.run();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
