package o2c.credit.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.DunningEvent.PromiseBroken;
import o2c.contracts.DunningEvent.PromiseKept;
import o2c.credit.causes.Causes;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Whether a customer keeps his word counts in his behaviour, and in hold rules on broken promises. */
@ApplicationScoped
class WhenPromiseEnded {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Causes causes;

    WhenPromiseEnded(Sql sql, Tenancy tenancy, Causes causes) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.causes = causes;
    }

    void on(@Observes PromiseKept kept, Heard heard) {
        ended(kept.promiseId(), kept.customerId(), true, kept.keptOn());
        causes.note(kept, heard, null);
    }

    void on(@Observes PromiseBroken broken, Heard heard) {
        ended(broken.promiseId(), broken.customerId(), false, broken.brokenOn());
        causes.note(broken, heard, null);
    }

    private void ended(UUID promiseId, String customerId, boolean kept, LocalDate day) {
        sql.update(
                "insert into ended_promise (tenant, promise_id, customer_id, kept, ended_on) values (?, ?, ?, ?, ?)"
                        + " on conflict (tenant, promise_id) do update set kept = excluded.kept,"
                        + " ended_on = excluded.ended_on",
                tenancy.tenant(),
                promiseId,
                customerId,
                kept,
                day);
    }
}
