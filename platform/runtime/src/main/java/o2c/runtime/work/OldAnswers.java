package o2c.runtime.work;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import o2c.runtime.tenancy.Settings;

/** Forgets first answers after thirty days: whoever repeats a request does so sooner. */
@ApplicationScoped
class OldAnswers {

    private static final int AT_ONCE = 5_000;

    private final Settings settings;
    private final Work work;
    private final Sql sql;

    OldAnswers(Settings settings, Work work, Sql sql) {
        this.settings = settings;
        this.work = work;
        this.sql = sql;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        for (String tenant : settings.tenants().keySet()) {
            int some = AT_ONCE;
            while (some == AT_ONCE) {
                some = work.in(tenant, () -> forgetSome(tenant));
            }
        }
    }

    private int forgetSome(String tenant) {
        return sql.update(
                "delete from idempotency where tenant = ? and (client, route, key) in (select client, route, key"
                        + " from idempotency where tenant = ? and created_at < now() - interval '30 days' limit ?)",
                tenant,
                tenant,
                AT_ONCE);
    }
}
