package o2c.credit.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import o2c.contracts.json.EventJson;
import o2c.credit.customers.domain.FieldChange;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Who changed which field of a customer, when, from what to what. */
@ApplicationScoped
class CustomerHistory {

    private final Sql sql;
    private final Tenancy tenancy;

    CustomerHistory(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * One version of a customer.
     *
     * @param changedOn business date
     * @param changedBy subject of the token, or the service that named the customer first
     * @param changes field, from, to
     */
    record Entry(long version, Instant changedAt, LocalDate changedOn, String changedBy, JsonNode changes) {}

    /** Notes changes by customer, after their rows were written. */
    void note(Map<CustomerRow, List<FieldChange>> changes, String by) {
        if (changes.isEmpty()) {
            return;
        }
        sql.batch(
                "insert into customer_change (tenant, customer_id, version, changed_on, changed_by, changes)"
                        + " values (?, ?, ?, ?, ?, ?)",
                changes.entrySet().stream()
                        .map(entry -> new Object[] {
                            tenancy.tenant(),
                            entry.getKey().customerId,
                            entry.getKey().version,
                            tenancy.today(),
                            by,
                            json(entry.getValue())
                        })
                        .toList());
        sql.update(
                "update customer set changed_at = now() where tenant = ? and customer_id = any(?)",
                tenancy.tenant(),
                changes.keySet().stream().map(row -> row.customerId).toArray(String[]::new));
    }

    /** Notes that other services named customers of whom nothing was told yet. */
    void noteHeardOf(Set<String> customerIds, String publisher) {
        sql.batch(
                "insert into customer_change (tenant, customer_id, version, changed_on, changed_by, changes)"
                        + " values (?, ?, 0, ?, ?, '[]')",
                customerIds.stream()
                        .map(id -> new Object[] {tenancy.tenant(), id, tenancy.today(), publisher})
                        .toList());
    }

    /** The versions before {@code before}, newest first. */
    List<Entry> of(String customerId, long before, int limit) {
        return sql.list(
                "select version, changed_at, changed_on, changed_by, changes from customer_change"
                        + " where tenant = ? and customer_id = ? and version < ? order by version desc limit ?",
                row -> new Entry(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        tree(row.getString(5))),
                tenancy.tenant(),
                customerId,
                before,
                limit);
    }

    private static String json(List<FieldChange> changes) {
        try {
            return EventJson.mapper().writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
