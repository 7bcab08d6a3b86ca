package o2c.runtime.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.kernel.Ids;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/** Notes each event it hears, in order; fails where the customer's name says so. */
@ApplicationScoped
class WhenDisputeOpened {

    static volatile boolean mended;

    private final Sql sql;
    private final Marks marks;

    WhenDisputeOpened(Sql sql, Marks marks) {
        this.sql = sql;
        this.marks = marks;
    }

    void on(@Observes DisputeOpened event, Heard heard) {
        if (event.code().equals("poison") && !mended) {
            throw new IllegalStateException("cannot take this one");
        }
        sql.update(
                "insert into probe_fact (id, tenant, customer_id, sequence, note) values (?, ?, ?, ?, ?)",
                Ids.next(),
                Unit.current().tenant(),
                event.customerId(),
                heard.sequence(),
                event.code());
        marks.mark(event.customerId());
    }
}
