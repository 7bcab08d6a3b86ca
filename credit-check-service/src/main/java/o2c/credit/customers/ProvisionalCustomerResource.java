package o2c.credit.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers whom invoices or payments name and nobody registers. */
@Path("/v1/provisional-customers")
@Tag(name = "Customers")
class ProvisionalCustomerResource {

    private final Customers customers;
    private final Tenancy tenancy;

    ProvisionalCustomerResource(Customers customers, Tenancy tenancy) {
        this.customers = customers;
        this.tenancy = tenancy;
    }

    /** A customer only heard of, and since when. */
    record Provisional(String customerId, LocalDate heardOn) {}

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listProvisionalCustomers",
            summary = "Customers still not registered a business day after they were first heard of",
            description = "Refusals: 400 limit-out-of-range, cursor-malformed. Scope: credit:read.")
    public Page<Provisional> list(@BeanParam Paging paging) {
        return Page.of(
                customers.provisionalBefore(tenancy.today(), paging.after().orElse(""), paging.limit()).stream()
                        .map(row -> new Provisional(row.customerId, row.heardOn))
                        .toList(),
                paging.limit(),
                Provisional::customerId);
    }
}
