package o2c.invoice.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import o2c.invoice.books.Read;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Which customers credit-check-service has registered, and who owes or paid without being among them. */
@ApplicationScoped
class KnownCustomers {

    private static final String PROVISIONAL = """
        select customer_id, min(recorded_on) as since, count(*) as entries
        from (select customer_id, recorded_on from receivable_entry where tenant = ? and customer_id > ?
              union all
              select customer_id, recorded_on from cash_entry where tenant = ? and customer_id > ?) as entry
        where not exists (select from customer c where c.tenant = ? and c.customer_id = entry.customer_id)
        group by customer_id having min(recorded_on) < ? order by customer_id limit ?\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    KnownCustomers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A registered customer, as far as is needed here; the segment may be null. */
    record Known(String customerId, String country, String kind, String segment) {}

    /** Keeps what is needed here of a registered customer. */
    void keep(Known customer, Instant heardAt) {
        sql.update(
                "insert into customer (tenant, customer_id, country, kind, segment, heard_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (tenant, customer_id) do update"
                        + " set country = excluded.country, kind = excluded.kind, segment = excluded.segment",
                tenancy.tenant(),
                customer.customerId(),
                customer.country(),
                customer.kind(),
                customer.segment(),
                heardAt);
    }

    /** Customers after this id that have been in the books for a business day without being registered. */
    List<ProvisionalCustomersResource.ProvisionalView> provisional(String after, int most) {
        String tenant = tenancy.tenant();
        return sql.list(
                PROVISIONAL,
                row -> new ProvisionalCustomersResource.ProvisionalView(
                        row.getString("customer_id"), Read.day(row, "since"), row.getLong("entries")),
                tenant,
                after,
                tenant,
                after,
                tenant,
                tenancy.today(),
                most);
    }
}
