package o2c.credit.customers;

import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import o2c.credit.customers.domain.CustomerKind;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Lists customers. */
@ApplicationScoped
class CustomerList {

    private final Customers customers;
    private final Sql sql;

    CustomerList(Customers customers, Sql sql) {
        this.customers = customers;
        this.sql = sql;
    }

    /** Which customers are wanted; what is absent does not narrow. */
    static class Filter {

        @QueryParam("country")
        @Parameter(description = "ISO 3166-1 alpha-2.")
        String country;

        @QueryParam("kind")
        @Parameter(description = "business, consumer or public-body.")
        String kind;

        @QueryParam("segment")
        String segment;

        @QueryParam("parentCustomerId")
        String parentCustomerId;

        @QueryParam("updatedSince")
        @Parameter(description = "Changed at or after this instant; go on from the answer's `safeUntil`.")
        Instant updatedSince;
    }

    List<CustomerRow> page(Filter filter, String after, int limit) {
        StringBuilder query = new StringBuilder("customerId > :after");
        Parameters wanted = Parameters.with("after", after);
        narrow(query, wanted, " and country = :country", "country", filter.country);
        narrow(query, wanted, " and kind = :kind", "kind", filter.kind == null ? null : kindOf(filter.kind));
        narrow(query, wanted, " and segment = :segment", "segment", filter.segment);
        narrow(query, wanted, " and parentCustomerId = :parent", "parent", filter.parentCustomerId);
        narrow(query, wanted, " and changedAt >= :since", "since", filter.updatedSince);
        return customers
                .find(query.toString(), Sort.by("customerId"), wanted)
                .range(0, limit)
                .list();
    }

    /**
     * Changes before this instant are all visible: no transaction that is still running began before it, and a change
     * carries the beginning of its transaction.
     */
    Instant safeUntil() {
        return sql.first(
                        "select date_trunc('milliseconds', least(now(), min(xact_start))) - interval '1 millisecond'"
                                + " from pg_stat_activity where usename = current_user and xact_start is not null",
                        row -> row.getTimestamp(1).toInstant())
                .orElseThrow();
    }

    private static CustomerKind kindOf(String code) {
        try {
            return CustomerKind.of(code);
        } catch (RuleBroken unknown) {
            throw unknown.at("/query/kind");
        }
    }

    private static void narrow(StringBuilder query, Parameters wanted, String condition, String name, Object value) {
        if (value != null) {
            query.append(condition);
            wanted.and(name, value);
        }
    }
}
