package o2c.runtime.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import o2c.contracts.Publisher;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;

/** Makes a read wait until this service has seen what another call has written. */
@ApplicationScoped
public class AtLeast {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(4);

    private final Settings settings;
    private final Sql sql;
    private final Work work;

    AtLeast(Settings settings, Sql sql, Work work) {
        this.settings = settings;
        this.sql = sql;
        this.work = work;
    }

    /**
     * Waits up to two seconds for {@code <publisher>;<customerId>;<n>}.
     *
     * @throws HttpRefusal {@code at-least-malformed}, {@code not-yet-visible}
     */
    public void await(String tenant, String position) {
        String[] parts = position.split(";", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,18}")) {
            throw malformed();
        }
        Publisher publisher = Publisher.ofKey(parts[0]).orElseThrow(AtLeast::malformed);
        long wanted = Long.parseLong(parts[2]);
        long giveUp = System.nanoTime() + PATIENCE;
        while (work.reading(tenant, () -> seen(tenant, publisher, parts[1])) < wanted) {
            if (System.nanoTime() > giveUp) {
                throw new HttpRefusal(409, "not-yet-visible", "this service has not seen " + position + " yet")
                        .retryAfter(1);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private long seen(String tenant, Publisher publisher, String customerId) {
        if (publisher == settings.publisher()) {
            return sql.first(
                            "select sequence from stream_head where tenant = ? and customer_id = ?",
                            row -> row.getLong(1),
                            tenant,
                            customerId)
                    .orElse(0L);
        }
        return Intake.reached(sql, publisher, customerId);
    }

    private static HttpRefusal malformed() {
        return new HttpRefusal(400, "at-least-malformed", "atLeast is the value of a header O2C-Sequence")
                .at("/atLeast");
    }
}
