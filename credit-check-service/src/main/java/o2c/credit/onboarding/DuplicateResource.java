package o2c.credit.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import o2c.credit.customers.Families;
import o2c.credit.customers.domain.Twins;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers that may be the same party. */
@Path("/v1/customers/duplicates")
@Tag(name = "Customers")
class DuplicateResource {

    private final Families families;

    DuplicateResource(Families families) {
        this.families = families;
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listDuplicates",
            summary = "Customers that share an identifier",
            description = "The same LEI, VAT id, or registration number in the same country. Refusals: 400"
                    + " limit-out-of-range, cursor-malformed. Scope: credit:read.")
    public Page<Twins> list(@BeanParam Paging paging) {
        return Page.of(families.twins(paging.after().orElse(""), paging.limit() + 1), paging.limit(), Twins::key);
    }
}
