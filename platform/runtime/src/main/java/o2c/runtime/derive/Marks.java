package o2c.runtime.derive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/** Customers about whom a fact changed; their derived state is computed once, however many facts there were. */
@ApplicationScoped
public class Marks {

    private final Sql sql;

    Marks(Sql sql) {
        this.sql = sql;
    }

    /** "Something about this customer changed." */
    public void mark(String customerId) {
        Unit.current().mark(customerId);
    }

    /** Writes the running transaction's marks; called at its end. A mark is only ever added, so nobody waits for it. */
    public void write() {
        List<String> customers = Unit.current().takeMarks();
        if (!customers.isEmpty()) {
            sql.last(
                    "insert into marked_customer (tenant, customer_id) select ?, c from unnest(?) as t(c)",
                    Unit.current().tenant(),
                    customers.toArray(String[]::new));
        }
    }

    /** Customers that are marked. */
    List<String> waiting(int limit) {
        return sql.list(
                "select distinct customer_id from marked_customer where tenant = ? order by customer_id limit ?",
                row -> row.getString(1),
                Unit.current().tenant(),
                limit);
    }

    /** Takes the marks of one customer. */
    List<String> takeOf(String customerId) {
        int marks = sql.update(
                "delete from marked_customer where tenant = ? and customer_id = ?",
                Unit.current().tenant(),
                customerId);
        return marks == 0 ? List.of() : List.of(customerId);
    }

    /** Takes up to {@code limit} marked customers; what is marked from now on counts as a new mark. */
    List<String> take(int limit) {
        String tenant = Unit.current().tenant();
        return sql
                .list(
                        "delete from marked_customer where tenant = ? and customer_id in (select customer_id from"
                                + " marked_customer where tenant = ? group by customer_id order by customer_id limit ?)"
                                + " returning customer_id",
                        row -> row.getString(1),
                        tenant,
                        tenant,
                        limit)
                .stream()
                .distinct()
                .sorted()
                .toList();
    }
}
