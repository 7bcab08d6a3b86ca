package o2c.credit.segments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.segments.SegmentBooks.Membership;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which segments a customer was in. */
@Path("/v1/customers/{customerId}/segments")
@Tag(name = "Segments")
class SegmentHistoryResource {

    private final SegmentBooks books;
    private final CustomerRegister customers;

    SegmentHistoryResource(SegmentBooks books, CustomerRegister customers) {
        this.books = books;
        this.customers = customers;
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listSegmentsOfCustomer",
            summary = "Which segments a customer was in, newest first",
            description = "A customer without an entry is in standard since ever. Refusals: 400 limit-out-of-range,"
                    + " cursor-malformed; 404 customer-unknown. Scope: credit:read.")
    public Page<Membership> history(@PathParam("customerId") String customerId, @BeanParam Paging paging) {
        customers.require(customerId);
        return Page.of(
                books.history(customerId, paging.afterNumber().orElse(Long.MAX_VALUE), paging.limit() + 1),
                paging.limit(),
                membership -> String.valueOf(membership.number()));
    }
}
