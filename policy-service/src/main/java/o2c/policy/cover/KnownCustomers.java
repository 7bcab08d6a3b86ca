package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Everybody of whom anything was heard. */
@ApplicationScoped
class KnownCustomers {

    private final Sql sql;
    private final Tenancy tenancy;

    KnownCustomers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Customers by id, in steps that fit into memory. */
    List<String> after(String customerId, int limit) {
        return sql.list(
                "select customer_id from customer_cover where tenant = ? and customer_id > ?"
                        + " order by customer_id limit ?",
                row -> row.getString(1),
                tenancy.tenant(),
                customerId,
                limit);
    }
}
