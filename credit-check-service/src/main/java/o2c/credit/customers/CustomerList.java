package o2c.credit.customers;

import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import o2c.credit.customers.domain.CustomerKind;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Lists customers. */
@ApplicationScoped
class CustomerList {

    private final Customers customers;

    CustomerList(Customers customers) {
        this.customers = customers;
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
