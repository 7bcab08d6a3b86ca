package o2c.credit.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.onboarding.domain.Dossier;
import o2c.credit.onboarding.domain.Dossier.Item;
import o2c.credit.scoring.Evidence;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether enough is known of a customer before a contract. */
@Path("/v1/customers/{customerId}/dossier")
@Tag(name = "Customers")
class DossierResource {

    private final CustomerRegister customers;
    private final Evidence evidence;
    private final Tenancy tenancy;

    DossierResource(CustomerRegister customers, Evidence evidence, Tenancy tenancy) {
        this.customers = customers;
        this.evidence = evidence;
        this.tenancy = tenancy;
    }

    /** What was looked for, and whether it is there. */
    @Schema(name = "DossierView")
    record DossierView(String customerId, boolean complete, List<Item> items) {}

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getDossier",
            summary = "What is known of a customer, and what is still missing before a contract",
            description = "Looked for: name, country, kind, registration-number and contact-for-invoices (businesses),"
                    + " vat-id (unless not registered or exempt), legal-form and financial-health (accounts or an"
                    + " agency's report that still count; companies), language, email-address. Consumers need less."
                    + " Refusal: 404 customer-unknown. Scope: credit:read.")
    public DossierView get(@PathParam("customerId") String customerId) {
        Dossier dossier = Dossier.of(
                customers.dataOf(customerId), evidence.hasReports(customerId, Moment.asKnownNow(tenancy.today())));
        return new DossierView(customerId, dossier.isComplete(), dossier.items());
    }
}
