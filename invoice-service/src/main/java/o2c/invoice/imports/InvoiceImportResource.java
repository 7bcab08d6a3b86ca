package o2c.invoice.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Upload;
import o2c.runtime.jobs.Jobs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking over a whole ledger as a file. */
@Path("/v1/invoices/imports")
@Tag(name = "Invoices")
class InvoiceImportResource {

    private final Jobs jobs;

    InvoiceImportResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Consumes({"text/csv", InvoiceImport.NDJSON})
    @RolesAllowed("invoice:write")
    @Upload
    @Operation(
            operationId = "importInvoices",
            summary = "Import a file of invoices as a job",
            description = "`text/csv` with the columns sellerId, customerId, invoiceNumber, issuedOn, amount,"
                    + " currency and optionally dueOn, orderId, documentKind, netAmount, vatAmount, deliveredOn,"
                    + " paymentTerms (net days, or terms by id), reference, contractId in any order, or"
                    + " `application/x-ndjson` of invoice requests."
                    + " A line identical to a stored invoice changes nothing; every other line enters the books or is"
                    + " rejected on its own with line number, code, detail and original text"
                    + " (`GET /v1/jobs/{jobId}/rejections`). The job fails with `csv-column-missing`,"
                    + " `csv-column-unknown` or `csv-column-repeated` when the header cannot be used."
                    + " Refusals: `idempotency-key-missing`, `body-missing` (400). Announces InvoiceIssued."
                    + " Scope `invoice:write`.")
    public RestResponse<Void> importInvoices(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType, InputStream file) {
        return Answer.accepted(jobs.start(InvoiceImport.KIND, mediaType, file));
    }
}
