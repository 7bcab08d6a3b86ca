package o2c.credit.customers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import o2c.credit.customers.domain.FamilyTree;
import o2c.kernel.Ids;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The customers' table. */
@ApplicationScoped
class Customers implements PanacheRepositoryBase<CustomerRow, UUID> {

    private final Sql sql;
    private final Tenancy tenancy;

    Customers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Rows locked for a change.
     *
     * @param byId by customer id
     * @param added the customer ids that had no row before
     */
    record Claimed(Map<String, CustomerRow> byId, Set<String> added) {}

    Optional<CustomerRow> find(String customerId) {
        return find("customerId", customerId).firstResultOptional();
    }

    boolean has(String customerId) {
        return count("customerId", customerId) > 0;
    }

    /** Makes sure each customer has a row, provisional at first, and tells which had none. */
    Set<String> add(Collection<String> customerIds) {
        String[] ids = new TreeSet<>(customerIds).toArray(String[]::new);
        return Set.copyOf(sql.list(
                "insert into customer (id, tenant, customer_id, provisional, heard_on)"
                        + " select id, ?, customer_id, true, ? from unnest(?, ?) as t(id, customer_id)"
                        + " on conflict (tenant, customer_id) do nothing returning customer_id",
                row -> row.getString(1),
                tenancy.tenant(),
                tenancy.today(),
                Stream.generate(Ids::next).limit(ids.length).toArray(UUID[]::new),
                ids));
    }

    /** Locks the rows of these customers, in one fixed order so that two callers never cross. */
    Claimed claim(Collection<String> customerIds) {
        Set<String> added = add(customerIds);
        Map<String, CustomerRow> rows = find("customerId in ?1", Sort.by("customerId"), customerIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .collect(Collectors.toMap(row -> row.customerId, row -> row));
        return new Claimed(rows, added);
    }

    /** All ancestors of these customers; parents stay as they are until the transaction ends. */
    FamilyTree ancestorsOf(Collection<String> customerIds) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 8082))", row -> true, tenancy.tenant());
        Map<String, String> parents = new HashMap<>();
        sql.list(
                "with recursive up as (select customer_id, parent_customer_id from customer"
                        + " where tenant = ? and customer_id = any(?)"
                        + " union select c.customer_id, c.parent_customer_id from customer c"
                        + " join up on c.customer_id = up.parent_customer_id where c.tenant = ?)"
                        + " select customer_id, parent_customer_id from up where parent_customer_id is not null",
                row -> parents.put(row.getString(1), row.getString(2)),
                tenancy.tenant(),
                customerIds.toArray(String[]::new),
                tenancy.tenant());
        return new FamilyTree(parents);
    }

    List<CustomerRow> provisionalBefore(LocalDate day, String after, int limit) {
        return find("provisional and heardOn < ?1 and customerId > ?2", Sort.by("customerId"), day, after)
                .range(0, limit)
                .list();
    }
}
