package o2c.invoice.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers that owe or paid but were never registered. */
@Path("/v1/provisional-customers")
@Tag(name = "Receivables")
class ProvisionalCustomersResource {

    private final KnownCustomers customers;

    ProvisionalCustomersResource(KnownCustomers customers) {
        this.customers = customers;
    }

    /** A customer known from the books alone, since which business date, with how many entries. */
    @Schema(name = "ProvisionalCustomer")
    record ProvisionalView(String customerId, LocalDate since, long entries) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listProvisionalCustomers",
            summary = "List customers that were never registered",
            description = "Those that have been in the books for at least a business day and that credit-check-service"
                    + " does not know. Refusals: `limit-out-of-range`, `cursor-malformed` (400)."
                    + " Scope `invoice:read`.")
    public Page<ProvisionalView> list(@BeanParam Paging paging) {
        var rows = customers.provisional(paging.after().orElse(""), paging.limit() + 1);
        return Page.of(rows, paging.limit(), ProvisionalView::customerId);
    }
}
